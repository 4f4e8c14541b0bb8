export const ROLES = ['viewer', 'editor', 'admin'] as const;

/** viewer reads; editor also publishes and syncs; admin also connects and disconnects. */
export type Role = (typeof ROLES)[number];

/** Who calls, as the token says. */
export interface Caller {
  userId: string;
  role: Role;
  organisationIds: readonly string[];
}

/** Whether a role includes another. */
export function includes(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

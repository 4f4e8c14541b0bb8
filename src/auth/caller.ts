export const ROLES = ['viewer', 'editor', 'admin', 'operator'] as const;

/**
 * A viewer reads; an editor also publishes and syncs; an admin also connects and disconnects. An operator also sees
 * facts about the whole installation: it is the role of the team that runs the service, never of a tenant's admin.
 */
export type Role = (typeof ROLES)[number];

/** Who calls, as the token says. */
export interface Caller {
  userId: string;
  role: Role;
  organisationIds: readonly string[];
  /** When the token ends, and with it everything that it opened. */
  expiresAt: Date;
}

/** Whether a role includes another. */
export function includes(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

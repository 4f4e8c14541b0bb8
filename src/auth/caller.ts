export const ROLES = ['viewer', 'editor', 'admin', 'operator'] as const;

/**
 * Viewers read; editors also publish and sync; admins also connect and disconnect accounts. Operators run the service and
 * also see facts about the whole installation: never give this role to a tenant's admin.
 */
export type Role = (typeof ROLES)[number];

/** The caller according to the token. */
export interface Caller {
  userId: string;
  /** As the token names the user. For display only: `userId` identifies the user. */
  userName?: string;
  role: Role;
  organisationIds: readonly string[];
  /** When the token expires. Streams opened with it end at that time. */
  expiresAt: Date;
}

/** True if a role includes another one. */
export function includes(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

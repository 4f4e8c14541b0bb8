export const ROLES = ['viewer', 'editor', 'admin', 'operator'] as const;

/** Viewers read; editors also publish and answer; admins also connect accounts; operators run the service. */
export type Role = (typeof ROLES)[number];

/** True if a role includes another one. */
export function includesRole(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

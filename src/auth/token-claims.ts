import { ROLES, type Caller, type Role } from './caller.js';

/** The claims we read. `sub` is the user, `orgs` the organisations, `role` what the user may do in them, `exp` its end. */
export interface TokenClaims {
  sub?: unknown;
  orgs?: unknown;
  role?: unknown;
  exp?: unknown;
}

/** The caller in a verified token, or undefined when a claim is missing or has the wrong form. */
export function toCaller(claims: TokenClaims): Caller | undefined {
  const { sub, orgs, role = 'viewer', exp } = claims;
  // A token without an end would be good for ever once it has leaked.
  if (typeof exp !== 'number') return undefined;
  if (!isName(sub)) return undefined;
  if (!Array.isArray(orgs) || !orgs.every(isName)) return undefined;
  if (!ROLES.includes(role as Role)) return undefined;
  return { userId: sub, role: role as Role, organisationIds: orgs };
}

/** A text that Postgres can store and find again: without zero bytes and halves of surrogate pairs. */
function isName(claim: unknown): claim is string {
  return typeof claim === 'string' && claim !== '' && !claim.includes('\0') && claim.isWellFormed();
}

import { ROLES, type Caller, type Role } from './caller.js';

// A token that ends later would be good for ever once it has leaked. Most often its `exp` is in milliseconds.
const LONGEST_LIFE_MS = 10 * 365 * 24 * 60 * 60_000;

/** The claims we read. `sub` is the user, `orgs` the organisations, `role` what the user may do in them, `exp` its end. */
export interface TokenClaims {
  sub?: unknown;
  orgs?: unknown;
  role?: unknown;
  exp?: unknown;
  /** The token's id. */
  jti?: unknown;
}

/** The caller in a verified token, or undefined when a claim is missing or has the wrong form. */
export function toCaller(claims: TokenClaims, now = Date.now()): Caller | undefined {
  const { sub, orgs, role = 'viewer', exp } = claims;
  const expiresAt = endOf(exp, now);
  if (!expiresAt) return undefined;
  if (!isName(sub)) return undefined;
  if (!Array.isArray(orgs) || !orgs.every(isName)) return undefined;
  if (!ROLES.includes(role as Role)) return undefined;
  return { userId: sub, role: role as Role, organisationIds: orgs, expiresAt };
}

function endOf(exp: unknown, now: number): Date | undefined {
  if (typeof exp !== 'number' || !(exp * 1000 <= now + LONGEST_LIFE_MS)) return undefined;
  return new Date(exp * 1000);
}

/** A text that Postgres can store and find again: without zero bytes and halves of surrogate pairs. */
function isName(claim: unknown): claim is string {
  return typeof claim === 'string' && claim !== '' && !claim.includes('\0') && claim.isWellFormed();
}

import { ROLES, type Caller, type Role } from './caller.js';

// A token that ends later would be good without end once it has leaked. Most often its `exp` is in milliseconds.
const LONGEST_LIFE_MS = 10 * 365 * 24 * 60 * 60_000;
// How far the clock of an identity provider may be ahead of ours.
const CLOCK_SKEW_MS = 5 * 60_000;

/** The claims we read. `sub` is the user, `orgs` the organisations, `role` what the user may do in them, `exp` its end. */
export interface TokenClaims {
  sub?: unknown;
  orgs?: unknown;
  role?: unknown;
  exp?: unknown;
  /** When it was issued. */
  iat?: unknown;
  /** The token's id. */
  jti?: unknown;
}

/** The caller in a verified token, or undefined when a claim is missing or has the wrong form. */
export function toCaller(claims: TokenClaims, now = Date.now()): Caller | undefined {
  const { sub, orgs, role = 'viewer', exp, iat } = claims;
  const expiresAt = endOf(exp, now);
  if (!expiresAt || !isIssued(iat, now)) return undefined;
  if (!isName(sub)) return undefined;
  if (!Array.isArray(orgs) || !orgs.every(isName)) return undefined;
  if (!ROLES.includes(role as Role)) return undefined;
  return { userId: sub, role: role as Role, organisationIds: orgs, expiresAt };
}

/** A token need not say when it was issued. One from the future is a mistake of its issuer, or made ahead for later. */
function isIssued(iat: unknown, now: number): boolean {
  return iat === undefined || (typeof iat === 'number' && iat * 1000 <= now + CLOCK_SKEW_MS);
}

function endOf(exp: unknown, now: number): Date | undefined {
  if (typeof exp !== 'number' || !(exp * 1000 <= now + LONGEST_LIFE_MS)) return undefined;
  return new Date(exp * 1000);
}

/** A text that Postgres can store and find again: without zero bytes and halves of surrogate pairs. */
function isName(claim: unknown): claim is string {
  return typeof claim === 'string' && claim !== '' && !claim.includes('\0') && claim.isWellFormed();
}

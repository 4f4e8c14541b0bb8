import { ROLES, type Caller, type Role } from './caller.js';

// A leaked token with a later expiry would practically never expire. Usually, its `exp` is in milliseconds by mistake.
const MAX_LIFETIME_MS = 10 * 365 * 24 * 60 * 60_000;
// The identity provider's clock may be this far ahead of ours.
const CLOCK_SKEW_MS = 5 * 60_000;
const MAX_NAME = 200;

/** The claims we read: `sub` is the user, `orgs` the organisations, `role` the user's role in them, `exp` the expiry. */
export interface TokenClaims {
  sub?: unknown;
  orgs?: unknown;
  role?: unknown;
  /** The user's name, for display only. */
  name?: unknown;
  exp?: unknown;
  /** When it was issued. */
  iat?: unknown;
  /** The token's id. */
  jti?: unknown;
}

/** Reads the caller from a verified token. @returns undefined when a claim is missing or malformed */
export function toCaller(claims: TokenClaims, now = Date.now()): Caller | undefined {
  const { sub, orgs, role = 'viewer', name, exp, iat } = claims;
  const expiresAt = expiryOf(exp, now);
  if (!expiresAt || !isIssued(iat, now)) return undefined;
  if (!isName(sub)) return undefined;
  if (!Array.isArray(orgs) || !orgs.every(isName)) return undefined;
  if (!ROLES.includes(role as Role)) return undefined;
  // A name that cannot be shown is no reason to refuse its user.
  const userName = isName(name) && name.length <= MAX_NAME ? { userName: name } : {};
  return { userId: sub, ...userName, role: role as Role, organisationIds: orgs, expiresAt };
}

/** `iat` is optional. A token from the future is an issuer's mistake, or was created in advance. */
function isIssued(iat: unknown, now: number): boolean {
  return iat === undefined || (typeof iat === 'number' && iat * 1000 <= now + CLOCK_SKEW_MS);
}

function expiryOf(exp: unknown, now: number): Date | undefined {
  if (typeof exp !== 'number' || !(exp * 1000 <= now + MAX_LIFETIME_MS)) return undefined;
  return new Date(exp * 1000);
}

/** True for text that PostgreSQL can store: without zero bytes and lone surrogates. */
function isName(claim: unknown): claim is string {
  return typeof claim === 'string' && claim !== '' && !claim.includes('\0') && claim.isWellFormed();
}

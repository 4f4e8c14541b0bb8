const MAX_MARGIN_MS = 15 * 60_000;
const MARGIN_SHARE = 0.2;
// Spreads the refreshes of accounts that were connected together.
const JITTER_SHARE = 0.25;
const FIRST_COOL_DOWN_MS = 5_000;
const MAX_COOL_DOWN_MS = 5 * 60_000;

/**
 * Returns how long before its expiry an access token is renewed: 20 % of its lifetime, at most 15 minutes. The lifetime
 * comes from TikTok's answer: tokens of 2 hours and of 24 hours are both in use.
 */
export function refreshMarginMs(issuedAt: Date, expiresAt: Date): number {
  const lifeMs = expiresAt.getTime() - issuedAt.getTime();
  return Math.min(MAX_MARGIN_MS, Math.max(0, lifeMs * MARGIN_SHARE));
}

/** True if the token should be renewed before it is used. */
export function needsRefresh(issuedAt: Date, expiresAt: Date, now: Date): boolean {
  return now.getTime() >= expiresAt.getTime() - refreshMarginMs(issuedAt, expiresAt);
}

/**
 * Returns when the background renews the token: a little before callers would have to wait for it.
 * @param random in [0, 1)
 */
export function proactiveRefreshAt(issuedAt: Date, expiresAt: Date, random: number): Date {
  const margin = refreshMarginMs(issuedAt, expiresAt);
  return new Date(expiresAt.getTime() - margin * (1 + JITTER_SHARE * random));
}

/**
 * Returns how long to wait before the next refresh.
 * @param failures in a row, at least 1
 */
export function coolDownMs(failures: number): number {
  return Math.min(FIRST_COOL_DOWN_MS * 2 ** (failures - 1), MAX_COOL_DOWN_MS);
}

const MAX_MARGIN_MS = 15 * 60_000;
const MARGIN_SHARE = 0.2;

/**
 * How long before its end an access token is renewed: 20 % of its life, at most 15 minutes. The life comes from
 * TikTok's answer: tokens of 2 hours and of 24 hours are both in use.
 */
export function refreshMarginMs(issuedAt: Date, expiresAt: Date): number {
  const lifeMs = expiresAt.getTime() - issuedAt.getTime();
  return Math.min(MAX_MARGIN_MS, Math.max(0, lifeMs * MARGIN_SHARE));
}

/** Whether the token should be renewed before it is used. */
export function needsRefresh(issuedAt: Date, expiresAt: Date, now: Date): boolean {
  return now.getTime() >= expiresAt.getTime() - refreshMarginMs(issuedAt, expiresAt);
}

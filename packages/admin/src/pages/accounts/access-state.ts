import type { TokenView } from 'tiktok-connector-client';

export type AccessState = 'none' | 'ended' | 'retrying' | 'ending' | 'valid';

// The service warns 30 days before the end for the first time.
const SOON_MS = 30 * 86_400_000;

/** How a token is doing: the worst that is true of it. */
export function accessState(token: TokenView | undefined, now: number): AccessState {
  if (token === undefined) return 'none';
  const end = token.refreshExpiresAt === null ? Infinity : Date.parse(token.refreshExpiresAt);
  if (token.rejectedAt !== null || end <= now) return 'ended';
  if (token.refreshFailures > 0) return 'retrying';
  return end - now < SOON_MS ? 'ending' : 'valid';
}

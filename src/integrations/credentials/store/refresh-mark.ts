import type { Credential } from '../../integration/credential.entity.js';

// For this long the pair may still arrive from the journal of a machine that is down or has lost the database.
const DOUBT_MS = 10 * 60_000;

/** The columns of a credential whose refresh has finished. */
export const UNMARKED = { refreshStartedAt: null, refreshOwner: null };

/** The columns of a credential that no attempt has leased. */
export const UNLEASED = { refreshLease: null, refreshLeaseUntil: null };

/**
 * True if another process has begun a refresh with this very refresh token and has not finished it. TikTok may have
 * rotated the token for that process, so a rejection does not prove that the connection has ended.
 * @param self the process that asks; its own journal has been read
 */
export function isBegunElsewhere(
  { refreshStartedAt, refreshOwner }: Pick<Credential, 'refreshStartedAt' | 'refreshOwner'>,
  self: string,
  now: Date,
): boolean {
  if (!refreshStartedAt || refreshOwner === self) return false;
  return now.getTime() - refreshStartedAt.getTime() < DOUBT_MS;
}

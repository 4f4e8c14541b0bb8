import type { Credential } from '../../integration/credential.entity.js';

// As long as this the pair may still come out of the journal of a machine that is down or has lost the database.
const DOUBT_MS = 10 * 60_000;

/** No refresh is under way. */
export const UNMARKED = { refreshStartedAt: null, refreshOwner: null };

/**
 * Whether another process has begun a refresh with this very refresh token and has not finished it. TikTok may have
 * rotated the token for that one: its refusal is then no proof that the connection is dead.
 * @param self the process that asks; its own journal has been looked at
 */
export function isBegunElsewhere(
  { refreshStartedAt, refreshOwner }: Pick<Credential, 'refreshStartedAt' | 'refreshOwner'>,
  self: string,
  now: Date,
): boolean {
  if (!refreshStartedAt || refreshOwner === self) return false;
  return now.getTime() - refreshStartedAt.getTime() < DOUBT_MS;
}

import type { Publication, PublicationStatus } from '../post/publication.entity.js';
import type { PrivacyLevel } from '../../tiktok/index.js';

const FIRST_SECONDS = 1;
const GROWTH = 1.5;
const MAX_SECONDS = 60;
/** TikTok's moderation can take hours. After a day only a webhook can still report something. */
export const POLL_FOR_HOURS = 24;
// TikTok may list an unknown post hours later. Its users were notified at once.
const UNKNOWN = { firstSeconds: 30, maxSeconds: 30 * 60, forHours: 48 };
// The creator may post a draft at any time. A webhook usually reports it.
const IN_INBOX = { firstSeconds: FIRST_SECONDS, maxSeconds: 30 * 60, forHours: POLL_FOR_HOURS };
const USUAL = { firstSeconds: FIRST_SECONDS, maxSeconds: MAX_SECONDS, forHours: POLL_FOR_HOURS };

/**
 * Returns the seconds until the next poll, or undefined for none. The pause grows: TikTok allows 30 polls a minute per token.
 * @param post with `polls`, the number of polls so far
 */
export function nextPollSeconds(
  post: { status: PublicationStatus; privacyLevel: PrivacyLevel | null; transferredAt: Date; polls: number },
  now: Date,
): number | undefined {
  const openEnd =
    post.status === 'unknown' ||
    post.status === 'processing' ||
    post.status === 'in_inbox' ||
    (post.status === 'published' && post.privacyLevel === 'PUBLIC_TO_EVERYONE');
  if (!openEnd) return undefined;
  const { firstSeconds, maxSeconds, forHours } = paceOf(post.status);
  if (now.getTime() - post.transferredAt.getTime() > forHours * 3_600_000) return undefined;
  return Math.min(firstSeconds * GROWTH ** post.polls, maxSeconds);
}

function paceOf(status: PublicationStatus): typeof USUAL {
  if (status === 'unknown') return UNKNOWN;
  return status === 'in_inbox' ? IN_INBOX : USUAL;
}

/** Returns the same for a publication; without a transfer, its day starts at init. */
export function pollSecondsOf(publication: Publication, now: Date): number | undefined {
  const transferredAt = publication.transferredAt ?? publication.initSentAt;
  return transferredAt ? nextPollSeconds({ ...publication, transferredAt }, now) : undefined;
}

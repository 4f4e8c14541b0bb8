import type { Publication, PublicationStatus } from '../post/publication.entity.js';
import type { PrivacyLevel } from '../../tiktok/index.js';

const FIRST_SECONDS = 1;
const GROWTH = 1.5;
const MAX_SECONDS = 60;
/** TikTok's moderation can take hours; after a day only a webhook can still bring news. */
export const POLL_FOR_HOURS = 24;
// Of a post that nobody knows about: TikTok may list it hours later, and a person was told at once.
const UNKNOWN = { firstSeconds: 30, maxSeconds: 30 * 60, forHours: 48 };
// The creator posts a draft whenever it suits; a webhook tells, as a rule.
const IN_INBOX = { firstSeconds: FIRST_SECONDS, maxSeconds: 30 * 60, forHours: POLL_FOR_HOURS };
const USUAL = { firstSeconds: FIRST_SECONDS, maxSeconds: MAX_SECONDS, forHours: POLL_FOR_HOURS };

/**
 * When to ask TikTok again, or undefined for not any more.
 * @param polls how often it was asked; TikTok allows 30 a minute per token, so the pause grows
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

/** The same for a publication as the journal has it: without a word about the transfer, its day began with init. */
export function pollSecondsOf(publication: Publication, now: Date): number | undefined {
  const transferredAt = publication.transferredAt ?? publication.initSentAt;
  return transferredAt ? nextPollSeconds({ ...publication, transferredAt }, now) : undefined;
}

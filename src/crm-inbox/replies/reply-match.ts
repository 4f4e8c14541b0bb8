import { wireTime, type AccountComment } from '../../tiktok/index.js';
import { isSameText } from './same-text.js';

// TikTok's clock, whose times are whole seconds, may be behind ours.
const CLOCK_SLACK_MS = 30_000;

/** The earliest time at which TikTok may have received a call. */
export function earliest(sentAt: Date): Date {
  return new Date(sentAt.getTime() - CLOCK_SLACK_MS);
}

/** Picks the comment that a call with a lost answer has created: our own, with its text, nearest to its time. Pure. */
export function matchOf(
  comments: readonly AccountComment[],
  { text, sentAt }: { text: string; sentAt: Date },
  taken: ReadonlySet<string>,
): AccountComment | undefined {
  const distance = (one: AccountComment) =>
    Math.abs((wireTime(one.create_time)?.getTime() ?? Number.MAX_SAFE_INTEGER) - sentAt.getTime());
  const [nearest] = comments
    .filter((one) => one.owner === true && isSameText(one.text ?? '', text) && !taken.has(one.comment_id))
    .filter((one) => (wireTime(one.create_time) ?? new Date(0)) >= earliest(sentAt))
    .toSorted((one, other) => distance(one) - distance(other));
  return nearest;
}

import { adCommentTime, wireId, type AdComment } from '../../tiktok/index.js';
import { earliest } from './reply-match.js';
import { isSameText } from './same-text.js';

/**
 * Picks the reply that a call with a lost answer has created: one with its text that the ad account may delete, as it may what
 * its identity wrote, nearest to its time. Pure.
 */
export function adMatchOf(
  comments: readonly AdComment[],
  { text, sentAt }: { text: string; sentAt: Date },
  taken: ReadonlySet<string>,
): AdComment | undefined {
  const distance = (one: AdComment) => Math.abs(timeOf(one) - sentAt.getTime());
  const [nearest] = comments
    .filter((one) => one.comment_type === 'REPLY' && one.can_delete !== false)
    .filter((one) => isSameText(one.content ?? '', text) && !taken.has(wireId(one.comment_id) ?? ''))
    .filter((one) => timeOf(one) >= earliest(sentAt).getTime())
    .toSorted((one, other) => distance(one) - distance(other));
  return nearest;
}

/** Zero without a time. */
function timeOf({ create_time: time }: AdComment): number {
  return adCommentTime(time)?.getTime() ?? 0;
}

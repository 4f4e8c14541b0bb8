import type { SocialVideoView } from 'tiktok-connector-client';
import type { Counter } from './engagement.search.js';

/** The median of a counter of some videos, without those of which it is not known. */
export function medianOf(videos: readonly SocialVideoView[], counter: Counter): number | null {
  const known = videos
    .map((video) => video[counter])
    .filter((value) => value !== null)
    .toSorted((a, b) => a - b);
  const upper = known[Math.floor(known.length / 2)];
  const lower = known[Math.ceil(known.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

import type { SocialVideoView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import type { Cell } from '../../ui/csv.js';
import { MESSAGES } from './engagement.messages.js';
import { COUNTERS } from './engagement.search.js';

/** The titles of the columns of a CSV file of videos. */
export function useVideoColumns(): string[] {
  const text = useText(MESSAGES);
  return [
    text('videoId'),
    text('caption'),
    text('published'),
    text('gainedViews'),
    ...COUNTERS.map((counter) => text(counter)),
    text('read'),
  ];
}

export function videoRow(video: SocialVideoView): Cell[] {
  return [
    video.videoId,
    video.caption,
    video.publishedAt,
    video.growth,
    ...COUNTERS.map((counter) => video[counter]),
    video.capturedAt,
  ];
}

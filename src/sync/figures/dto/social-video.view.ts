import type { SocialVideo } from '../../activity/social-video.entity.js';
import { shownCover } from '../../activity/cover-url.js';
import { FIRST_SOURCE, type Source } from '../../activity/source.js';

/** The columns of a video that lists do not read, because they are large or only shown with one video. */
export const UNLISTED = [
  'insights',
  'insightsAt',
  'favorites',
  'reach',
  'seenRun',
  'organisationId',
] as const satisfies readonly (keyof SocialVideo)[];

export type ListedVideo = Omit<SocialVideo, (typeof UNLISTED)[number]>;

export class SocialVideoView {
  /**
   * TikTok's id as text, because 19 digits do not fit a JavaScript number.
   * @example "7602997517160123666"
   */
  videoId: string;

  /** @format uuid */
  integrationId: string;

  /** Null until TikTok reports it. */
  caption: string | null;

  shareUrl: string | null;

  /** A signed link of TikTok's that ends after some hours; null once it has ended. Syncs renew it. */
  coverUrl: string | null;

  durationSeconds: number | null;

  /** VIDEO or PHOTO; null until TikTok reports it. */
  mediaType: string | null;

  /**
   * Null until TikTok reports it. If TikTok omits a counter, the last value stays.
   * @asType integer
   */
  views: number | null;

  /** @asType integer */
  likes: number | null;

  /** @asType integer */
  comments: number | null;

  /** @asType integer */
  shares: number | null;

  /**
   * Only with `sort=growth`: the views gained in the last `growthDays` days. Null if there are not two readings to compare.
   * @asType integer
   */
  growth?: number | null;

  publishedAt: Date;

  /** When TikTok last reported any of these counters. */
  capturedAt: Date;

  /** Where the counters come from. */
  source: Source;

  /** When a sync found that TikTok no longer shows the video; null while TikTok shows it. */
  goneAt: Date | null;

  /** Why it is gone, if TikTok has given a reason. */
  goneReason: string | null;
}

export function toVideoView(row: ListedVideo, now: Date): SocialVideoView {
  const { videoId, integrationId, caption, shareUrl, durationSeconds, mediaType } = row;
  const { views, likes, comments, shares, publishedAt, capturedAt, goneAt, goneReason } = row;
  return {
    videoId,
    integrationId,
    caption,
    shareUrl,
    coverUrl: shownCover(row, now),
    durationSeconds,
    mediaType,
    views,
    likes,
    comments,
    shares,
    publishedAt,
    capturedAt,
    source: (row.source as Source | null) ?? FIRST_SOURCE,
    goneAt,
    goneReason,
  };
}

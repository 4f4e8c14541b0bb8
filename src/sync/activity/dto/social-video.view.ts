import type { SocialVideo } from '../social-video.entity.js';

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

  durationSeconds: number | null;

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

  publishedAt: Date;

  /** When TikTok last reported any of these counters. */
  capturedAt: Date;

  /** When a sync found that TikTok no longer shows the video; null while TikTok shows it. */
  goneAt: Date | null;
}

export function toVideoView(row: SocialVideo): SocialVideoView {
  const { videoId, integrationId, caption, shareUrl, durationSeconds, views, likes, comments, shares } = row;
  const { publishedAt, capturedAt, goneAt } = row;
  return {
    videoId,
    integrationId,
    caption,
    shareUrl,
    durationSeconds,
    views,
    likes,
    comments,
    shares,
    publishedAt,
    capturedAt,
    goneAt,
  };
}

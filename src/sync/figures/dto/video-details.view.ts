import type { Source } from '../../activity/source.js';
import { CountsView } from './counts.view.js';
import { SocialVideoView } from './social-video.view.js';

export class SourceReadingView extends CountsView {
  /** @asType integer */
  favorites: number | null;

  /** @asType integer */
  reach: number | null;

  /** When TikTok was asked. */
  capturedAt: Date;

  /** Which of TikTok's APIs the figures come from. */
  source: Source;
}

export class VideoDetailsView extends SocialVideoView {
  /** When the signature of `coverUrl` ends; null if it is not known. */
  coverExpiresAt: Date | null;

  /**
   * From the Business API, which is 24 to 48 h late, as are `reach` and `insights`.
   * @asType integer
   */
  favorites: number | null;

  /** @asType integer */
  reach: number | null;

  /** Watch time, retention, impression sources and audience, with TikTok's names. Null: not read. */
  insights: Record<string, unknown> | null;

  /** When `favorites`, `reach` and `insights` were read. */
  insightsAt: Date | null;

  /** The last reading of each source in the history. */
  readings: SourceReadingView[];

  /** When the next reading is planned. Null: none is, because the video is gone or the account is not synced. */
  nextRefreshAt: Date | null;

  /** When this was answered. */
  asOf: Date;
}

import type { Source } from '../../activity/source.js';

export class ProfileReadingView {
  /** @asType integer */
  followers: number | null;

  /** @asType integer */
  following: number | null;

  /**
   * Likes of all videos of the account.
   * @asType integer
   */
  likes: number | null;

  /** @asType integer */
  videos: number | null;

  /** Only from the Business API, with TikTok's names. */
  insights: Record<string, unknown> | null;

  /** When TikTok was last asked on this day. */
  capturedAt: Date;

  /** Which of TikTok's APIs the figures come from. */
  source: Source;
}

export class ProfileDayView {
  /**
   * A day of UTC.
   * @format date
   */
  day: string;

  /** The last reading of the day. Null is a gap: the profile was not read. */
  reading: ProfileReadingView | null;

  /** The figures of the Business API for this day, which are 24 to 48 h late; null if there are none. */
  business: ProfileReadingView | null;
}

export class ProfileHistoryView {
  /** @format uuid */
  integrationId: string;

  /** Days are those of UTC. */
  timeZone: 'UTC';

  /** When this was answered. */
  asOf: Date;

  days: ProfileDayView[];
}

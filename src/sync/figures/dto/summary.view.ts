import type { Source } from '../../activity/source.js';
import { CountsView } from './counts.view.js';
import { SocialVideoView } from './social-video.view.js';

export class SummaryPointView {
  /** The start of the step, included. */
  from: Date;

  /** The end of the step, not included. */
  to: Date;

  /**
   * The sum of the last reading of each video, in this step or before. Null is a gap: no video was read in this step. A
   * video that is gone keeps its last reading.
   */
  total: CountsView | null;

  /**
   * What the videos gained between their readings; it may be negative. A gain counts in the step of the later reading. The
   * first reading of a video counts only if the video was published in the range. Null is a gap.
   */
  delta: CountsView | null;

  /**
   * How many videos were read in this step.
   * @asType integer
   */
  videosRead: number;
}

export class AccountSummaryView {
  /** @format uuid */
  integrationId: string;

  points: SummaryPointView[];
}

export class OverallPointView extends SummaryPointView {
  /**
   * How many accounts have a reading in this step. The totals of the others are carried forward.
   * @asType integer
   */
  accountsRead: number;
}

/** How fresh the latest figures of videos are that TikTok still shows. */
export class FreshnessView {
  /** @asType integer */
  videos: number;

  /** When the video whose reading is the oldest was read; null if none was. */
  oldestCapturedAt: Date | null;

  newestCapturedAt: Date | null;

  /**
   * Videos without any counter.
   * @asType integer
   */
  neverRead: number;

  /**
   * Videos that should have been read twice since their last reading.
   * @asType integer
   */
  stale: number;
}

export class SummaryView {
  /** Steps are those of UTC. */
  timeZone: 'UTC';

  /** The length of a step. */
  step: 'day' | 'week';

  /** The range as it is answered: whole steps. */
  from: Date;

  to: Date;

  /** When this was answered. A step that ends later is not over. */
  asOf: Date;

  /** Where the counters come from. */
  source: Source;

  overall: OverallPointView[];

  accounts: AccountSummaryView[];

  /** Up to 10 videos that gained the most views in the range. `growth` is the gain. */
  bestVideos: SocialVideoView[];

  freshness: FreshnessView;
}

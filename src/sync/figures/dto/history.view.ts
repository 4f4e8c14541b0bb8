import type { Step } from '../range/step.js';
import type { Source } from '../../activity/source.js';
import { CountsView } from './counts.view.js';

export class HistoryReadingView extends CountsView {
  /**
   * Only from the Business API.
   * @asType integer
   */
  favorites: number | null;

  /**
   * Only from the Business API.
   * @asType integer
   */
  reach: number | null;

  /** When TikTok was asked. */
  capturedAt: Date;

  /** Which of TikTok's APIs the figures come from. */
  source: Source;

  /** What was gained since the reading before it in this answer: negative if a counter fell, null for the first reading. */
  delta: CountsView | null;
}

export class HistoryPointView {
  /** The start of the step, included. */
  from: Date;

  /** The end of the step, not included. */
  to: Date;

  /** The last reading in the step. Null is a gap: the video was not read, so its counters are not known. */
  reading: HistoryReadingView | null;
}

export class HistoryView {
  videoId: string;

  /** @format uuid */
  integrationId: string;

  publishedAt: Date;

  /** Which of TikTok's APIs the figures come from. */
  source: Source;

  /** Steps are those of UTC. */
  timeZone: 'UTC';

  /** The length of a step. */
  step: Step;

  /** The range as it is answered: whole steps, not before the video was published. */
  from: Date;

  to: Date;

  /** When this was answered. A step that ends later is not over. */
  asOf: Date;

  points: HistoryPointView[];
}

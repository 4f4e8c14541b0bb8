import type { Level } from '../../reports/levels.js';

export class MetricsSyncAnswer {
  accountId: string;

  /** The objects whose figures were stored. */
  level: Level;

  from: string;

  to: string;

  /**
   * How many rows this request has stored: one for each object and day that TikTok has figures of.
   * @asType integer
   */
  rows: number;

  /**
   * How many stored rows were deleted because TikTok no longer reports them.
   * @asType integer
   */
  deleted: number;

  /** When the run started. */
  startedAt: Date;

  /** False if the time or TikTok's limits ended the request early. Send it again with `nextCursor`. */
  complete: boolean;

  nextCursor?: string;
}

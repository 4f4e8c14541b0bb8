import type { Level } from '../../reports/levels.js';
import type { ResidualCause } from '../readings/residual.js';

export class ReconciledSums {
  /** In the account's currency. Null: no value is known. */
  spend: string | null;

  impressions: string | null;

  clicks: string | null;
}

export class ResidualCauseView {
  /** Stable, for programs. */
  code: ResidualCause;

  /** What the cause is and what to do, as text to show to the user. */
  message: string;
}

export class ResidualView extends ReconciledSums {
  /** What may be the cause. Empty if the sums agree. */
  causes: ResidualCauseView[];
}

/** One level on one day. */
export class ReconciledLevel {
  /**
   * A day in the account's time zone, as YYYY-MM-DD.
   * @example "2026-11-27"
   */
  day: string;

  /** The kind of objects whose figures are added up. */
  level: Level;

  /** When the day was last read completely. */
  readAt: Date;

  /**
   * The number of objects with figures on that day.
   * @asType integer
   */
  rows: number;

  /** What the rows add up to, exactly. */
  totals: ReconciledSums;

  /** The account's totals minus those of the level. Null for the account itself, and while the account's totals are unread. */
  residual: ResidualView | null;
}

/** How stored figures agree across levels. */
export class ReconciliationView {
  accountId: string;

  /** ISO 4217. Null until TikTok reports it. */
  currency: string | null;

  /** The zone of all days. Null until TikTok reports it. */
  timeZone: string | null;

  from: string;

  to: string;

  /** By day and level, from the account to the ads. Days that were never read are absent. */
  items: ReconciledLevel[];
}

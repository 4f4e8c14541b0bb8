import type { BreakdownName } from '../tables/breakdowns.js';
import type { Level, Step } from '../../reports/levels.js';

/** The figures of one object, for one period and one segment. */
export class MetricRow {
  /** The account, campaign, ad group or ad. For Upgraded Smart+ it is the ad, not one of its creatives. */
  objectId: string | null;

  /**
   * A day in the account's time zone, as YYYY-MM-DD. Null with step `total`.
   * @example "2026-11-27"
   */
  day: string | null;

  /**
   * The hour of that day, from 0 to 23. Null unless step is `hour`.
   * @asType integer
   */
  hour: number | null;

  /** The value that the row is for, e.g. `FEMALE` with breakdown `gender`. Null without a breakdown. */
  segment: string | null;

  /** Each requested metric as a decimal, or as text for attributes. Null: TikTok has no value. */
  metrics: Record<string, string | null>;

  /** True if no figure of this row will change. */
  final: boolean;

  /** When all figures of the row are final. */
  finalAt: Date;

  /** The metrics of the row that may still change. */
  provisional: string[];
}

export class MetricsWarning {
  /** `report_cut`: TikTok left out all but the newest 20,000 ads. */
  code: string;

  message: string;
}

export class MetricsPage {
  accountId: string;

  /** What a row stands for. */
  level: Level;

  /** The period of a row. */
  step: Step;

  /** What the figures are split by. */
  breakdown: BreakdownName;

  /** Where the figures come from. */
  source: 'live' | 'stored';

  /** ISO 4217. Null until TikTok reports it. */
  currency: string | null;

  /** The zone of all days and hours. Null until TikTok reports it. */
  timeZone: string | null;

  /** When TikTok was asked. With source `stored`, the oldest reading on the page; null for an empty page. */
  asOf: Date | null;

  items: MetricRow[];

  warnings: MetricsWarning[];

  /** Absent on the last page. A page may have fewer rows than `limit` and still have a next one. */
  nextCursor?: string;
}

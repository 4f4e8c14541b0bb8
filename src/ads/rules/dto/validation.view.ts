import type { AdDriver } from '../../../config/index.js';
import type { DailySpend } from '../daily-spend.js';
import { ComplaintView } from './complaint.view.js';

export class DailySpendView implements DailySpend {
  /**
   * The most that TikTok may spend on one day. Null: a budget is missing.
   * @example "62.50"
   */
  amount: string | null;

  /**
   * The mean of a day.
   * @example "50.00"
   */
  mean: string | null;

  /**
   * ISO 4217. Null: TikTok has not sent the currency of the ad account.
   * @example USD
   */
  currency: string | null;

  /** @example "At most 62.50 USD on one day, and 50.00 USD a day on average." */
  words: string;
}

export class AdsValidationView {
  /** How TikTok creates the campaign: Upgraded Smart+ or manual. Null: it creates no such campaign. */
  driver: AdDriver | null;

  /** What TikTok would refuse, in the order of the body. */
  complaints: ComplaintView[];

  /** The number of complaints. Zero: the launch can go ahead. */
  errors: number;

  largestDailySpend: DailySpendView;
}

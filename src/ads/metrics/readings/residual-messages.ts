import type { ResidualCause } from './residual.js';

/** What each cause means and what to do. */
export const RESIDUAL_MESSAGES: Readonly<Record<ResidualCause, string>> = {
  report_cut:
    'The account has more than 20,000 ads, and TikTok lists the newest 20,000 only. Ask by campaignIds or ids to see the others.',
  values_hidden: 'TikTok hides small numbers of some objects, so that the sums lack them.',
  read_apart:
    'The figures changed between the readings of the two levels. The next sync of these days reads both again.',
  deleted_objects: 'TikTok lists no figures of deleted objects that the account’s total may include.',
  smart_plus:
    'The account has Upgraded Smart+ campaigns. TikTok may count parts of them in the total that belong to no single ad.',
  rounding:
    'TikTok rounds each amount to the unit of the currency, so the sum of many differs from the total.',
  unexplained:
    'The cause is unknown. Sync the day again. If the difference stays, compare it with TikTok Ads Manager and contact TikTok support.',
};

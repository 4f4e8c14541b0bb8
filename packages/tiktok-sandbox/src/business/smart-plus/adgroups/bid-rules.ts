import type { Campaign } from '../../ads/ad-objects.js';
import { BID_TYPES } from '../../ads/enums.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam, missing } from '../../wire/business-error.js';
import type { Params } from '../../wire/params.js';

const DYNAMIC = 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET';
const ROAS = { min: 0.01, max: 1000 };
const BIDS = ['bid_price', 'conversion_bid_price'] as const;

interface BidCase {
  readonly campaign: Campaign;
  /** The mode and amount that apply: the campaign's, if it optimises its budget. */
  readonly budgetMode: string;
  readonly budget: number;
  readonly billing: 'CPC' | 'OCPM';
  readonly hasNoBid: boolean;
}

/** Checks bids, and what goes with value optimisation. Source: cookbook §1.1, §1.2. @throws BusinessError 40002 */
export function checkBids(call: AdvertiserCall, bidCase: BidCase): void {
  const { params } = call;
  const bidType = params.oneOf('bid_type', BID_TYPES) ?? 'BID_TYPE_NO_BID';
  const isCapped = bidType === 'BID_TYPE_CUSTOM';
  if (isCapped && bidCase.hasNoBid)
    throw invalidParam('bid_type: Only BID_TYPE_NO_BID is supported for this optimization_goal.');
  if (isCapped) checkCap(params, bidCase);
  const stray = BIDS.find((key) => !isCapped && params.has(key));
  if (stray !== undefined) throw invalidParam(`${stray}: Only supported with BID_TYPE_CUSTOM.`);
  if (params.text('optimization_goal') === 'VALUE') checkValue(call, bidCase);
  else if (params.has('roas_bid')) throw invalidParam('roas_bid: Only supported for VALUE.');
}

function checkCap(params: Params, { billing, budgetMode, budget }: BidCase): void {
  if (budgetMode !== DYNAMIC)
    throw invalidParam(`bid_type: BID_TYPE_CUSTOM is only supported with ${DYNAMIC}.`);
  const key = billing === 'OCPM' ? 'conversion_bid_price' : 'bid_price';
  const bid = params.number(key, { min: 0 });
  if (bid === undefined || bid === 0) throw missing(key);
  if (bid >= budget) throw invalidParam(`${key}: Must be lower than the budget.`);
}

function checkValue({ params, settings }: AdvertiserCall, { campaign, budgetMode }: BidCase): void {
  const isApp = campaign.objectiveType === 'APP_PROMOTION';
  if (isApp && settings.appValueNeedsCbo && !campaign.budgetOptimizeOn)
    throw invalidParam('optimization_goal: VALUE needs a campaign with budget_optimize_on.');
  const isDedicated = campaign.fields['campaign_type'] === 'IOS14_CAMPAIGN';
  if (isApp && !isDedicated && params.text('promotion_type') !== 'APP_ANDROID')
    throw invalidParam('promotion_type: VALUE is only supported for APP_ANDROID.');
  if (!params.has('placement_type') && !params.has('placements')) throw missing('placement_type');
  params.oneOf('vbo_window', ['SEVEN_DAYS', 'ZERO_DAY']);
  const deep = params.requireOneOf('deep_bid_type', ['VO_HIGHEST_VALUE', 'VO_MIN_ROAS']);
  if (deep !== 'VO_MIN_ROAS') return;
  if (budgetMode !== DYNAMIC)
    throw invalidParam(`deep_bid_type: VO_MIN_ROAS is only supported with ${DYNAMIC}.`);
  if (params.number('roas_bid', ROAS) === undefined) throw missing('roas_bid');
}

import { checkBid, checkTargeting } from '../ads/adgroups/adgroup-rules.js';
import { readSchedule } from '../ads/adgroups/adgroup-schedule.js';
import { checkBudget } from '../ads/budget-rules.js';
import { requireBudget, requireFreeName } from '../ads/creation-rules.js';
import { checkCreative } from '../ads/creatives/creative-rules.js';
import { SCHEDULE_TYPES } from '../ads/enums.js';
import { startReview } from '../ads/review.js';
import { checkText, NAME_MAX } from '../ads/text-rules.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { missing, notFound } from '../wire/business-error.js';
import { advertiserEndpoint } from '../wire/endpoint.js';
import { Params } from '../wire/params.js';
import { addAd, addCampaign, addGroup, type NewGroup } from './spark-ad-objects.js';
import { checkDestination, readAim, type SparkAim } from './spark-ad-rules.js';

const BUDGET_MODES = ['BUDGET_MODE_TOTAL', 'BUDGET_MODE_DAY'] as const;

const TARGETING = ['location_ids', 'gender', 'age_groups'];
const BIDDING = ['bid_type', 'bid_price', 'conversion_bid_price', 'frequency', 'frequency_schedule'];
const CREATIVE = [
  'ad_name',
  'identity_type',
  'identity_id',
  'identity_authorized_bc_id',
  'tiktok_item_id',
  'call_to_action',
  'landing_page_url',
];

/** Campaign, ad group and ad at once, or nothing; there is no status to send, so that all three are enabled. */
export const sparkAdCreate = advertiserEndpoint({
  method: 'POST',
  path: '/business/spark_ad/create/',
  handle(call) {
    const aim = readAim(call.params);
    const creative = readCreative(call, aim);
    const group = readGroup(call, aim);
    const campaign = addCampaign(call, readName(call, 'campaign_name', call.tables.campaigns), aim);
    const adgroup = addGroup(call, campaign, group);
    const ad = addAd(call, adgroup, creative);
    startReview(call.world, ad, true);
    return { campaign_id: campaign.id, adgroup_id: adgroup.id, ad_id: ad.id };
  },
});

function readName(
  { params, advertiser }: AdvertiserCall,
  key: string,
  table: { of(owner: string): { name: string; operationStatus: string }[] } | null,
): string {
  const name = checkText(key, params.requireText(key), NAME_MAX);
  if (table) requireFreeName(key, name, table.of(advertiser.id));
  return name;
}

function readCreative(call: AdvertiserCall, { goal }: SparkAim): Params {
  call.params.requireText('tiktok_item_id');
  checkDestination(call.params, goal);
  const sent = pick(call.params, CREATIVE);
  const creative = new Params(
    {
      ...sent,
      ad_format: 'SINGLE_VIDEO',
      ...(goal === 'PAGE_VISIT' ? { tiktok_page_category: 'PROFILE_PAGE' } : {}),
    },
    false,
  );
  checkCreative(call, creative);
  return creative;
}

function readGroup(call: AdvertiserCall, { objective, goal, billing }: SparkAim): NewGroup {
  const { params, advertiser, settings } = call;
  const saved = params.text('saved_audience_id');
  if (saved !== undefined) throw notFound(`saved_audience_id: Saved audience ${saved} does not exist.`);
  if (!params.has('location_ids')) throw missing('location_ids');
  checkTargeting(call);
  const budgetMode = params.requireOneOf('budget_mode', BUDGET_MODES);
  const scheduleType = params.requireOneOf('schedule_type', SCHEDULE_TYPES);
  const schedule = readSchedule(call, scheduleType, budgetMode);
  checkBid(params, billing, 'PACING_MODE_SMOOTH');
  const budget = requireBudget(params);
  checkBudget(budget, {
    level: 'adgroup',
    mode: budgetMode,
    currency: advertiser.currency,
    isShop: false,
    scheduledMs: settings.totalBudgetByDays ? schedule.endsAt - schedule.startsAt : null,
  });
  return {
    ...schedule,
    name: readName(call, 'adgroup_name', null),
    budget,
    budgetMode,
    fields: {
      ...pick(params, [...TARGETING, ...BIDDING]),
      ...(objective === 'TRAFFIC' ? { promotion_type: 'WEBSITE' } : {}),
      placement_type: 'PLACEMENT_TYPE_NORMAL',
      placements: ['PLACEMENT_TIKTOK'],
      optimization_goal: goal,
      billing_event: billing,
      pacing: 'PACING_MODE_SMOOTH',
      schedule_type: scheduleType,
    },
  };
}

function pick(params: Params, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.filter((name) => params.has(name)).map((name) => [name, params.values[name]]),
  );
}

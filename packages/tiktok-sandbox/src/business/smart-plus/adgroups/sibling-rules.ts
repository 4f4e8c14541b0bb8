import type { AdGroup, Campaign } from '../../ads/ad-objects.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam } from '../../wire/business-error.js';

const MAX_ADGROUPS = 30;

/** What all ad groups of a campaign share, also without a campaign budget. */
const ALWAYS = ['bid_type', 'deep_bid_type', 'vbo_window'];
const UNDER_CBO = ['promotion_type', 'optimization_goal', 'optimization_event', 'billing_event'].concat(
  'bid_price',
  'conversion_bid_price',
  'roas_bid',
);

/** The ad groups of a campaign that are not deleted. */
export function groupsOf({ tables, advertiser }: AdvertiserCall, campaign: Campaign): AdGroup[] {
  return tables.adgroups
    .of(advertiser.id)
    .filter((group) => group.campaignId === campaign.id && group.operationStatus !== 'DELETE');
}

/** A further ad group must be like the first one. Source: cookbook §1.2. @throws BusinessError 40002 */
export function checkSiblings(
  call: AdvertiserCall,
  campaign: Campaign,
  { budgetMode, fields }: Pick<AdGroup, 'budgetMode' | 'fields'>,
): void {
  const groups = groupsOf(call, campaign);
  if (groups.length >= MAX_ADGROUPS)
    throw invalidParam(`campaign_id: A campaign has at most ${MAX_ADGROUPS} ad groups.`);
  const [first] = groups;
  if (!first) return;
  const shared = campaign.budgetOptimizeOn ? [...ALWAYS, ...UNDER_CBO] : ALWAYS;
  const other = shared.find((key) => (first.fields[key] ?? null) !== (fields[key] ?? null));
  if (other !== undefined) throw invalidParam(`${other}: Must be the same in all ad groups of the campaign.`);
  if (first.budgetMode !== budgetMode)
    throw invalidParam('budget_mode: Must be the same in all ad groups of the campaign.');
}

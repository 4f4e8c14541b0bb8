import type { AdGroup } from '../../ads/ad-objects.js';
import type { JsonObject } from '../../store/json-object.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam } from '../../wire/business-error.js';
import { BID_FIELDS } from './adgroup-fields.js';
import { groupsOf } from './sibling-rules.js';

/** The bids that an update sends; an ad group only has the kind that it was made with. @throws BusinessError 40002 */
export function readNewBids({ params, tables }: AdvertiserCall, group: AdGroup, budget: number): JsonObject {
  const campaign = tables.campaigns.get(group.campaignId);
  const limit = campaign?.budgetOptimizeOn ? campaign.budget : budget;
  const bids: JsonObject = {};
  for (const key of BID_FIELDS) {
    if (!params.has(key)) continue;
    if (group.fields[key] === undefined) throw invalidParam(`${key}: The ad group has no such bid.`);
    const bid = params.number(key, { min: 0.01 });
    if (bid !== undefined && key !== 'roas_bid' && bid >= limit)
      throw invalidParam(`${key}: Must be lower than the budget.`);
    bids[key] = bid;
  }
  return bids;
}

/** A bid that changes on one ad group changes on all of the campaign. Source: corrections §3. */
export function changeBids(call: AdvertiserCall, { campaignId }: AdGroup, bids: JsonObject): void {
  const campaign = call.tables.campaigns.get(campaignId);
  if (!campaign || Object.keys(bids).length === 0) return;
  for (const group of groupsOf(call, campaign))
    Object.assign(group, { fields: { ...group.fields, ...bids }, modifiedAt: call.now });
}

import type { Ad, AdGroup, Campaign } from '../ads/ad-objects.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import type { Params } from '../wire/params.js';
import type { SparkAim } from './spark-ad-rules.js';

/** What the call says about the ad group. */
export type NewGroup = Pick<AdGroup, 'name' | 'budget' | 'budgetMode' | 'startsAt' | 'endsAt' | 'fields'>;

function newObject({ state, advertiser, now }: AdvertiserCall) {
  return {
    id: state.ids.next(now),
    advertiserId: advertiser.id,
    operationStatus: 'ENABLE' as const,
    createdAt: now,
    modifiedAt: now,
  };
}

export function addCampaign(call: AdvertiserCall, name: string, { objective }: SparkAim): Campaign {
  return call.tables.campaigns.add({
    ...newObject(call),
    name,
    objectiveType: objective,
    budgetMode: 'BUDGET_MODE_INFINITE',
    budget: 0,
    budgetOptimizeOn: false,
    requestId: null,
    fields: {},
  });
}

export function addGroup(call: AdvertiserCall, { id: campaignId }: Campaign, group: NewGroup): AdGroup {
  return call.tables.adgroups.add({
    ...newObject(call),
    ...group,
    campaignId,
    scheduledBudget: 0,
    requestId: null,
  });
}

export function addAd(call: AdvertiserCall, { id: adgroupId, campaignId }: AdGroup, creative: Params): Ad {
  const base = newObject(call);
  const { ad_name: _name, ...fields } = creative.values;
  return call.tables.ads.add({
    ...base,
    name: creative.text('ad_name') || base.id,
    campaignId,
    adgroupId,
    review: 'audit',
    rejectReason: '',
    reviewEndsAt: null,
    delivery: [],
    seedName: `${call.advertiser.seedName}/ad/${call.tables.ads.countOf(call.advertiser.id)}`,
    fields,
  });
}

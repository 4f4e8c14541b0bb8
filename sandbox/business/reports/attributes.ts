import { zoneName } from '../advertisers/advertiser-info.endpoint.js';
import type { Ad } from '../ads/ad-objects.js';
import type { Advertiser } from '../advertisers/advertiser.js';
import type { BusinessState } from '../store/business-state.js';
import { NOT_APPLICABLE } from './metrics.js';

/** From the widest to the narrowest; an attribute needs its own level or a narrower one. */
export const LEVELS = ['advertiser', 'campaign', 'adgroup', 'ad'] as const;

export type Level = (typeof LEVELS)[number];

/** What a report row is about, as far as its dimensions say. */
export interface RowSubject {
  readonly advertiser: Advertiser;
  readonly campaignId?: string;
  readonly adgroupId?: string;
  readonly ad?: Ad;
}

type Read = (state: BusinessState, subject: RowSubject) => unknown;

const ofAdvertiser =
  (read: (advertiser: Advertiser) => unknown): Read =>
  (_state, { advertiser }) =>
    read(advertiser);
const ofCampaign =
  (read: (row: { name: string; id: string; objectiveType: string; budget: number }) => unknown): Read =>
  (state, { campaignId }) => {
    const row = state.tables.campaigns.get(campaignId ?? '');
    return row && read(row);
  };
const ofGroup =
  (
    read: (row: { name: string; id: string; budget: number; fields: Record<string, unknown> }) => unknown,
  ): Read =>
  (state, { adgroupId }) => {
    const row = state.tables.adgroups.get(adgroupId ?? '');
    return row && read(row);
  };
const ofAd =
  (read: (ad: Ad) => unknown): Read =>
  (_state, { ad }) =>
    ad && read(ad);

/** Attribute metrics by the level that they belong to. Source: business reference §7. */
const ATTRIBUTES: Readonly<Record<Level, Readonly<Record<string, Read>>>> = {
  advertiser: {
    advertiser_name: ofAdvertiser(({ name }) => name),
    advertiser_id: ofAdvertiser(({ id }) => id),
    currency: ofAdvertiser(({ currency }) => currency),
    timezone: ofAdvertiser(({ utcOffsetHours }) => zoneName(utcOffsetHours)),
  },
  campaign: {
    campaign_name: ofCampaign(({ name }) => name),
    campaign_id: ofCampaign(({ id }) => id),
    objective_type: ofCampaign(({ objectiveType }) => objectiveType),
    campaign_budget: ofCampaign(({ budget }) => budget.toFixed(2)),
    split_test: ofCampaign(() => '0'),
    campaign_automation_type: ofCampaign(() => 'MANUAL'),
  },
  adgroup: {
    adgroup_name: ofGroup(({ name }) => name),
    adgroup_id: ofGroup(({ id }) => id),
    placement_type: ofGroup(({ fields }) => fields['placement_type']),
    promotion_type: ofGroup(({ fields }) => fields['promotion_type']),
    budget: ofGroup(({ budget }) => budget.toFixed(2)),
    bid: ofGroup(({ fields }) => fields['bid_price'] ?? fields['conversion_bid_price']),
    bid_strategy: ofGroup(({ fields }) => fields['bid_type']),
    billing_event: ofGroup(({ fields }) => fields['billing_event']),
    dpa_target_audience_type: ofGroup(() => undefined),
    smart_target: ofGroup(() => undefined),
    tt_app_id: ofGroup(({ fields }) => fields['app_id']),
    tt_app_name: ofGroup(() => undefined),
    mobile_app_id: ofGroup(() => undefined),
  },
  ad: {
    ad_name: ofAd(({ name }) => name),
    ad_id: ofAd(({ id }) => id),
    ad_text: ofAd(({ fields }) => fields['ad_text']),
    call_to_action: ofAd(({ fields }) => fields['call_to_action']),
    image_mode: ofAd(({ fields }) => fields['ad_format']),
    video_id: ofAd(({ fields }) => fields['video_id']),
    is_aco: ofAd(() => 'false'),
    is_smart_creative: ofAd(() => 'false'),
    opt_status: ofAd(({ operationStatus }) => operationStatus),
  },
};

/** The level of an attribute metric; undefined for names that are none. */
export function levelOfAttribute(name: string): Level | undefined {
  return LEVELS.find((level) => Object.hasOwn(ATTRIBUTES[level], name));
}

export function attributeOf(state: BusinessState, subject: RowSubject, name: string): string {
  const level = levelOfAttribute(name);
  const value = level && ATTRIBUTES[level][name]?.(state, subject);
  return value === undefined || value === null ? NOT_APPLICABLE : String(value);
}

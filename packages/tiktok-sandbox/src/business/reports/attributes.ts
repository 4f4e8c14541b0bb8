import { zoneName } from '../advertisers/advertiser-info.endpoint.js';
import type { Ad, AdGroup, Campaign } from '../ads/ad-objects.js';
import type { Advertiser } from '../advertisers/advertiser.js';
import type { BusinessState } from '../store/business-state.js';
import { billingLabel, placementLabel, promotionLabel } from './labels.js';
import { NOT_APPLICABLE } from './metric-text.js';

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
  (read: (campaign: Campaign) => unknown): Read =>
  (state, { campaignId }) => {
    const campaign = state.tables.campaigns.get(campaignId ?? '');
    return campaign && read(campaign);
  };
const ofGroup =
  (read: (group: AdGroup) => unknown): Read =>
  (state, { adgroupId }) => {
    const group = state.tables.adgroups.get(adgroupId ?? '');
    return group && read(group);
  };
const ofAd =
  (read: (ad: Ad) => unknown): Read =>
  (_state, { ad }) =>
    ad && read(ad);

/** What an Upgraded Smart+ ad has several of. Source: corrections §2d. */
const US_PLUS_LISTS = ['ad_text_list', 'call_to_action_list', 'landing_page_url_list'];

const ofWhole =
  (name: string): Read =>
  (state, { ad }) => {
    const list = state.tables.smartPlusAds.get(ad?.smartPlusAdId ?? '')?.fields[name];
    return list === undefined ? undefined : JSON.stringify(list);
  };

/** Fields of a kind that the sandbox never has, so that TikTok shows that none is there. */
const none: Read = () => undefined;
const zero: Read = () => '0';

const amount = (value: unknown): string => Number(value ?? 0).toFixed(2);

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
    app_promotion_type: ofCampaign(({ fields }) => fields['app_promotion_type'] ?? 'UNSET'),
    campaign_budget: ofCampaign(({ budget }) => amount(budget)),
    campaign_dedicate_type: ofCampaign(({ fields }) => fields['campaign_type'] ?? 'REGULAR_CAMPAIGN'),
    rf_campaign_type: ofCampaign(({ fields }) => fields['rf_campaign_type']),
    split_test: ofCampaign(() => '0'),
    campaign_automation_type: ofCampaign(({ isUsPlus }) => (isUsPlus ? 'UPGRADED_SMART_PLUS' : 'MANUAL')),
  },
  adgroup: {
    adgroup_name: ofGroup(({ name }) => name),
    adgroup_id: ofGroup(({ id }) => id),
    placement_type: ofGroup(placementLabel),
    promotion_type: ofGroup(({ fields }) => promotionLabel(String(fields['promotion_type']))),
    budget: ofGroup(({ budget }) => amount(budget)),
    bid: ofGroup(({ fields }) => amount(fields['bid_price'] ?? fields['conversion_bid_price'])),
    bid_secondary_goal: ofGroup(({ fields }) => amount(fields['deep_cpa_bid'])),
    bid_strategy: ofGroup(({ fields }) => fields['bid_type']),
    billing_event: ofGroup(({ fields }) => billingLabel(fields['billing_event'])),
    pricing_category: ofGroup(({ fields }) => fields['billing_event']),
    smart_target: ofGroup(({ fields }) => fields['optimization_goal']),
    profile_image: none,
    adgroup_download_url: ofGroup(({ fields }) => fields['app_download_url']),
    dpa_target_audience_type: none,
    aeo_type: none,
    opt_status: none,
    is_aco: ofGroup(() => 'false'),
    tt_app_id: ofGroup(({ fields }) => fields['app_id'] ?? '0'),
    tt_app_name: zero,
    mobile_app_id: zero,
  },
  ad: {
    ad_name: ofAd(({ name }) => name),
    ad_id: ofAd(({ id }) => id),
    ad_id_v2: ofAd(({ id, smartPlusAdId }) => smartPlusAdId ?? id),
    ...Object.fromEntries(US_PLUS_LISTS.map((name) => [name, ofWhole(name)])),
    ad_text: ofAd(({ fields }) => fields['ad_text']),
    ad_url: ofAd(({ fields }) => fields['landing_page_url']),
    ad_profile_image: none,
    call_to_action: ofAd(({ fields }) => fields['call_to_action']),
    image_mode: ofAd(({ fields }) => fields['ad_format']),
    video_id: ofAd(({ fields }) => fields['video_id']),
    file_name: ofAd(({ fields }) => fields['video_id']),
    identity_id: ofAd(({ fields }) => fields['identity_id']),
    tiktok_item_id: ofAd(({ fields }) => fields['tiktok_item_id']),
    tiktok_name: none,
    catalog_name: none,
    catalog_modify_time: none,
    is_smart_creative: ofAd(() => 'false'),
    is_removed_from_spc: zero,
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

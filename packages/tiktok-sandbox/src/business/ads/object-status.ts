import type { Advertiser } from '../advertisers/advertiser.js';
import { lostAuthorization } from '../spark/authorization.js';
import type { BusinessState } from '../store/business-state.js';
import type { Ad, AdGroup, Campaign, OperationStatus, SmartPlusAd } from './ad-objects.js';

/** What keeps a whole advertiser from delivering, in the words of campaigns, ad groups and ads. */
interface Gate {
  readonly campaign: string;
  readonly below: string;
}

const GATES: Partial<Record<Advertiser['status'], Gate>> = {
  STATUS_LIMIT: { campaign: 'ADVERTISER_ACCOUNT_PUNISH', below: 'ADVERTISER_ACCOUNT_PUNISH' },
  STATUS_CONTRACT_PENDING: { campaign: 'ADVERTISER_CONTRACT_PENDING', below: 'ADVERTISER_CONTRACT_PENDING' },
};

const DENIED = new Set<Advertiser['status']>([
  'STATUS_DISABLE',
  'STATUS_CONFIRM_FAIL',
  'STATUS_CONFIRM_FAIL_END',
  'STATUS_CONFIRM_MODIFY_FAIL',
]);

function gateOf(advertiser: Advertiser | undefined, prefix: string): string | undefined {
  if (!advertiser) return undefined;
  if (advertiser.status === 'STATUS_ENABLE')
    return advertiser.balance > 0 || prefix === 'CAMPAIGN_STATUS' ? undefined : `${prefix}_BALANCE_EXCEED`;
  const special = GATES[advertiser.status];
  if (special) return prefix === 'CAMPAIGN_STATUS' ? special.campaign : special.below;
  return `${prefix}_ADVERTISER_AUDIT${DENIED.has(advertiser.status) ? '_DENY' : ''}`;
}

/** `secondary_status` of a campaign. Source: business reference §3. */
export function campaignStatus(state: BusinessState, campaign: Campaign): string {
  if (campaign.operationStatus === 'DELETE') return 'CAMPAIGN_STATUS_DELETE';
  const gate = gateOf(state.tables.advertisers.get(campaign.advertiserId), 'CAMPAIGN_STATUS');
  if (gate !== undefined) return gate;
  return campaign.operationStatus === 'DISABLE' ? 'CAMPAIGN_STATUS_DISABLE' : 'CAMPAIGN_STATUS_ENABLE';
}

/** `secondary_status` of an ad group: the nearest reason why it does not deliver. Reference §4. */
export function adGroupStatus(state: BusinessState, group: AdGroup, ads: readonly Ad[], now: number): string {
  const campaign = state.tables.campaigns.get(group.campaignId);
  if (group.operationStatus === 'DELETE') return 'ADGROUP_STATUS_DELETE';
  if (campaign?.operationStatus === 'DELETE') return 'ADGROUP_STATUS_CAMPAIGN_DELETE';
  const gate = gateOf(state.tables.advertisers.get(group.advertiserId), 'ADGROUP_STATUS');
  if (gate !== undefined) return gate;
  const live = ads.filter((ad) => ad.operationStatus !== 'DELETE');
  if (live.length === 0) return 'ADGROUP_STATUS_CREATE';
  if (group.endsAt <= now) return 'ADGROUP_STATUS_TIME_DONE';
  if (campaign?.operationStatus === 'DISABLE') return 'ADGROUP_STATUS_CAMPAIGN_DISABLE';
  if (group.operationStatus === 'DISABLE') return 'ADGROUP_STATUS_DISABLE';
  const reviews = new Set(live.map((ad) => ad.review));
  if (reviews.has('approved')) {
    if (group.startsAt > now) return 'ADGROUP_STATUS_NOT_START';
    return reviews.has('rejected')
      ? 'ADGROUP_STATUS_PARTIAL_AUDIT_DELIVERY_OK'
      : 'ADGROUP_STATUS_DELIVERY_OK';
  }
  if (reviews.has('audit')) return 'ADGROUP_STATUS_AUDIT';
  return reviews.has('reaudit') ? 'ADGROUP_STATUS_REAUDIT' : 'ADGROUP_STATUS_AUDIT_DENY';
}

type Judged = Pick<
  Ad,
  'advertiserId' | 'campaignId' | 'adgroupId' | 'operationStatus' | 'review' | 'smartPlusAdId' | 'fields'
>;

/** `secondary_status` of an ad. Source: business reference §5. */
export function adStatus(state: BusinessState, ad: Judged, now: number): string {
  const campaign = state.tables.campaigns.get(ad.campaignId);
  const group = state.tables.adgroups.get(ad.adgroupId);
  const operation = operationOf(state, ad);
  if (operation === 'DELETE') return 'AD_STATUS_DELETE';
  if (campaign?.operationStatus === 'DELETE') return 'AD_STATUS_CAMPAIGN_DELETE';
  if (group?.operationStatus === 'DELETE') return 'AD_STATUS_ADGROUP_DELETE';
  const gate = gateOf(state.tables.advertisers.get(ad.advertiserId), 'AD_STATUS');
  if (gate !== undefined) return gate;
  if (ad.review === 'audit') return 'AD_STATUS_AUDIT';
  if (ad.review === 'reaudit') return 'AD_STATUS_REAUDIT';
  if (ad.review === 'rejected') return 'AD_STATUS_AUDIT_DENY';
  const lost = lostAuthorization(state, ad, now);
  if (lost !== undefined) return lost;
  if (group && group.endsAt <= now) return 'AD_STATUS_DONE';
  if (campaign?.operationStatus === 'DISABLE') return 'AD_STATUS_CAMPAIGN_DISABLE';
  if (group?.operationStatus === 'DISABLE') return 'AD_STATUS_ADGROUP_DISABLE';
  if (operation === 'DISABLE') return 'AD_STATUS_DISABLE';
  return group && group.startsAt > now ? 'AD_STATUS_NOT_START' : 'AD_STATUS_DELIVERY_OK';
}

/** A creative of an Upgraded Smart+ ad is not more enabled than its ad. */
function operationOf(state: BusinessState, ad: Judged): OperationStatus {
  const parent = ad.smartPlusAdId === undefined ? undefined : state.tables.smartPlusAds.get(ad.smartPlusAdId);
  return parent && parent.operationStatus !== 'ENABLE' ? parent.operationStatus : ad.operationStatus;
}

/** The creatives of an Upgraded Smart+ ad that are still part of it; of a deleted one, all that it had. */
export function creativesOf({ tables }: BusinessState, ad: SmartPlusAd): Ad[] {
  return ad.creativeIds
    .flatMap((id) => tables.ads.get(id) ?? [])
    .filter(({ operationStatus }) => operationStatus !== 'DELETE' || ad.operationStatus === 'DELETE');
}

/** The review of creatives as a whole, by the one that is furthest. */
export function reviewOf(creatives: readonly Ad[]): Ad['review'] {
  const states = ['approved', 'audit', 'reaudit', 'rejected'] as const;
  return states.find((state) => creatives.some(({ review }) => review === state)) ?? 'audit';
}

/** `secondary_status` of an Upgraded Smart+ ad, which delivers as soon as one creative is approved. */
export function smartPlusAdStatus(state: BusinessState, ad: SmartPlusAd, now: number): string {
  const creatives = creativesOf(state, ad);
  const status = adStatus(state, { ...ad, review: reviewOf(creatives) }, now);
  const isPartly =
    status === 'AD_STATUS_DELIVERY_OK' && creatives.some(({ review }) => review === 'rejected');
  return isPartly ? 'AD_STATUS_REVIEW_PARTIALLY_APPROVED' : status;
}

/** `secondary_status` of the ad that `ad_id_v2` means: of a creative, the one that it belongs to. */
export function wholeAdStatus(state: BusinessState, ad: Ad, now: number): string {
  const whole = state.tables.smartPlusAds.get(ad.smartPlusAdId ?? '');
  return whole ? smartPlusAdStatus(state, whole, now) : adStatus(state, ad, now);
}

import type { AdObjectView } from 'tiktok-connector-client';

export type Level = AdObjectView['level'];

/** The level below another one. */
export const BELOW = { campaign: 'ad_group', ad_group: 'ad', ad: undefined } as const satisfies Record<
  Level,
  Level | undefined
>;

/** Where objects of a level are listed. */
export const LIST_OF = {
  campaign: '/api/ads/campaigns',
  ad_group: '/api/ads/ad-groups',
  ad: '/api/ads/ads',
} as const satisfies Record<Level, string>;

/** Where an object of a level is read. */
export const ITEM_OF = {
  campaign: '/api/ads/campaigns/{id}',
  ad_group: '/api/ads/ad-groups/{id}',
  ad: '/api/ads/ads/{id}',
} as const satisfies Record<Level, string>;

export interface Parent {
  campaignId?: string;
  adGroupId?: string;
}

/** The filter that lists the children of an object. */
export function parentOf({ level, id, campaignId }: AdObjectView): Parent {
  if (level === 'campaign') return { campaignId: id };
  return { adGroupId: id, ...(campaignId !== null && { campaignId }) };
}

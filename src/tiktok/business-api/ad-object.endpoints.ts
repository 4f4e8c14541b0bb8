/** How TikTok manages an object: by hand, or by Upgraded Smart+ (`/smart_plus/*`). */
export type AdFamily = 'us_plus' | 'manual';
export const AD_LEVELS = ['campaign', 'ad_group', 'ad'] as const;
export type AdLevel = (typeof AD_LEVELS)[number];

/** The words of one kind of object on the wire. */
export interface AdObjectEndpoint {
  /** `/create/`, `/get/`, `/update/` and `/status/update/` follow. */
  path: string;
  id: string;
  ids: string;
  name: string;
  /** The list of succeeded items in the answer to a change of status. */
  done: string;
}

const CAMPAIGN = { id: 'campaign_id', ids: 'campaign_ids', name: 'campaign_name', done: 'campaign_list' };
const AD_GROUP = { id: 'adgroup_id', ids: 'adgroup_ids', name: 'adgroup_name', done: 'adgroup_list' };

/** Sources: business reference §3–5, corrections §3 “US+ surface”. */
export const AD_OBJECT_ENDPOINTS: Record<AdFamily, Record<AdLevel, AdObjectEndpoint>> = {
  us_plus: {
    campaign: { path: '/smart_plus/campaign', ...CAMPAIGN },
    ad_group: { path: '/smart_plus/adgroup', ...AD_GROUP },
    ad: {
      path: '/smart_plus/ad',
      id: 'smart_plus_ad_id',
      ids: 'smart_plus_ad_ids',
      name: 'ad_name',
      done: 'ad_list',
    },
  },
  manual: {
    campaign: { path: '/campaign', ...CAMPAIGN },
    ad_group: { path: '/adgroup', ...AD_GROUP },
    ad: { path: '/ad', id: 'ad_id', ids: 'ad_ids', name: 'ad_name', done: 'ad_list' },
  },
};

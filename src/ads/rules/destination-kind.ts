import type { GroupSite } from './site.js';

/** Where a click on the ad leads. */
export type Destination =
  'website' | 'site_or_page' | 'page' | 'app' | 'message' | 'tiktok_page' | 'none' | 'optional';

/** Returns where the ads of an ad group lead. Undefined: its objective or goal has a complaint. */
export function destinationOf(site: GroupSite): Destination | undefined {
  const { row, campaign, promotionType, promotionTarget } = site;
  if (!row) return undefined;
  if (row.goal === 'FOLLOWERS') return 'none';
  if (row.goal === 'PAGE_VISIT') return 'tiktok_page';
  if (promotionType === 'APP_ANDROID' || promotionType === 'APP_IOS') return 'app';
  if (promotionType === 'LEAD_GENERATION') return promotionTarget === 'INSTANT_PAGE' ? 'page' : 'website';
  if (promotionType === 'LEAD_GEN_CLICK_TO_TT_DIRECT_MESSAGE') return 'message';
  const catalog = campaign.catalogEnabled === true || campaign.objective === 'PRODUCT_SALES';
  return promotionType === 'WEBSITE' && !catalog ? 'site_or_page' : 'optional';
}

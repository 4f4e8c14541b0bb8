import { invalidParam, missing } from '../../wire/business-error.js';
import type { Params } from '../../wire/params.js';
import { wordsOf } from '../../wire/words.js';
import type { AdGroup } from '../ad-objects.js';

/** Fields that say where an ad leads. */
const PAGES = ['landing_page_url', 'landing_page_urls', 'page_id'];
const ELSEWHERE = wordsOf(`
  deeplink cpp_url tiktok_page_category phone_number auto_message_id product_specific_type product_set_id
  item_group_ids sku_ids showcase_products`);

/** Checks call to action and destination of a manual creative. @throws BusinessError 40002 */
export function checkDestinationOf(group: AdGroup, creative: Params): void {
  const isSet = (key: string): boolean => creative.has(key) && creative.values[key] !== '';
  const hasAction = isSet('call_to_action') || isSet('call_to_action_id');
  const hasPage = PAGES.some(isSet);
  const goal = group.fields['optimization_goal'];
  if (goal === 'PAGE_VISIT' && !isSet('tiktok_page_category')) throw missing('tiktok_page_category');
  if (goal === 'FOLLOWERS' && (hasAction || hasPage))
    throw invalidParam('call_to_action: Ads for FOLLOWERS have no call to action and no destination.');
  checkDestination(group, hasAction, hasPage, ELSEWHERE.some(isSet));
}

/**
 * A call to action needs a destination, and a page needs a call to action, in TikTok's own words. Source:
 * corrections §2c.
 * @throws BusinessError 40002
 */
export function checkDestination(
  group: AdGroup,
  hasAction: boolean,
  hasPage: boolean,
  leadsElsewhere: boolean,
): void {
  const leads = hasPage || leadsElsewhere || leadsByItself(group);
  if (hasAction !== hasPage && (hasPage || !leads))
    throw invalidParam('External_URL and Call_to_action must exist together.');
}

/** Ads for apps lead to the store, those for messages and calls into a chat or a call, those of products to them. */
function leadsByItself({ fields }: AdGroup): boolean {
  const type = String(fields['promotion_type']);
  return (
    /^(?:APP_|MINI|LEAD_GEN_CLICK|TIKTOK_SHOP|VIDEO_SHOPPING|LIVE_SHOPPING|PSA)/.test(type) ||
    fields['shopping_ads_type'] !== undefined
  );
}

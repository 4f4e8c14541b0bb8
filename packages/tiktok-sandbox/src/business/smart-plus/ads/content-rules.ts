import type { AdGroup } from '../../ads/ad-objects.js';
import { checkDestination } from '../../ads/creatives/destination-rules.js';
import { objectiveOf } from '../../ads/creatives/place-rules.js';
import { shownPlacements } from '../../ads/adgroups/placements.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam, missing, notFound } from '../../wire/business-error.js';
import { storedObject } from '../known-fields.js';
import type { AdContent } from './creative-list.js';

const SPARK = new Set<unknown>(['TT_USER', 'BC_AUTH_TT', 'AUTH_CODE']);

/** Rules between the parts of an ad. Source: cookbook §1.3, §2. @throws BusinessError 40002, 40007 */
export function checkContent(call: AdvertiserCall, group: AdGroup, { creatives, fields }: AdContent): void {
  const has = (key: string): boolean => Array.isArray(fields[key]) && fields[key].length > 0;
  const actionId = storedObject(fields, 'ad_configuration')['call_to_action_id'];
  const hasAction = has('call_to_action_list') || actionId !== undefined;
  if (!has('ad_text_list') && creatives.some((one) => one.fields['tiktok_item_id'] === undefined))
    throw missing('ad_text_list');
  if (has('call_to_action_list') && actionId !== undefined)
    throw invalidParam('call_to_action_list: Cannot be used together with call_to_action_id.');
  if (actionId !== undefined && !call.tables.portfolios.getOf(call.advertiser.id, String(actionId)))
    throw notFound(`call_to_action_id: Portfolio ${String(actionId)} does not exist.`);
  checkPages(call, group, has);
  const hasPage = has('landing_page_url_list') || has('page_list');
  checkDestination(group, hasAction, hasPage, has('deeplink_list') || isOfCatalog(group));
  const isSpark = creatives.some((one) => SPARK.has(one.fields['identity_type']));
  if (call.settings.usPlusCtaId === 'required' && actionId === undefined && needsId(call, group, isSpark))
    throw missing('ad_configuration.call_to_action_id');
}

function isOfCatalog({ fields }: AdGroup): boolean {
  return fields['catalog_id'] !== undefined;
}

function checkPages(call: AdvertiserCall, group: AdGroup, has: (key: string) => boolean): void {
  const { promotion_type: type, promotion_target_type: target } = group.fields;
  const stray = ['landing_page_url_list', 'page_list'].find(has);
  if (objectiveOf(call, group) === 'APP_PROMOTION') {
    if (stray !== undefined) throw invalidParam(`${stray}: Not supported for APP_PROMOTION.`);
  } else if (target === 'INSTANT_PAGE') {
    if (!has('page_list')) throw missing('page_list');
  } else if (target === 'EXTERNAL_WEBSITE') {
    if (!has('landing_page_url_list')) throw missing('landing_page_url_list');
  } else if (type === 'WEBSITE' && stray === undefined && !isOfCatalog(group))
    throw missing('landing_page_url_list');
}

/** The id of a portfolio is asked for on lead ads on TikTok, and on app and web ads of TikTok accounts. */
function needsId(call: AdvertiserCall, group: AdGroup, isSpark: boolean): boolean {
  const objective = objectiveOf(call, group);
  if (objective !== 'LEAD_GENERATION') return isSpark;
  const { placements } = shownPlacements(group, objective);
  return Array.isArray(placements) && placements.includes('PLACEMENT_TIKTOK');
}

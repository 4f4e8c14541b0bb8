import { isUrl } from '../../../is-url.js';
import type { AdGroup } from '../../ads/ad-objects.js';
import { CALLS_TO_ACTION } from '../../ads/enums.js';
import { AD_TEXT_MAX, checkText } from '../../ads/text-rules.js';
import type { JsonObject } from '../../store/json-object.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam } from '../../wire/business-error.js';
import { knownFields, knownObject } from '../known-fields.js';
import { AD_LISTS, CONFIGURATION } from './ad-fields.js';
import { type AdContent, readCreatives } from './creative-list.js';
import { checkContent } from './content-rules.js';

const MAX_UTM = 14;

/** Reads everything but name and status of an ad. @throws BusinessError 40002, 40007, 40053 */
export function readContent(call: AdvertiserCall, group: AdGroup): AdContent {
  const { params } = call;
  params.object('ad_configuration')?.objects('utm_params', { max: MAX_UTM });
  params.object('ad_configuration')?.oneOf('dark_post_status', ['ON', 'OFF']);
  const configuration = { dark_post_status: 'ON', ...knownObject(params, 'ad_configuration', CONFIGURATION) };
  const creatives = readCreatives(call, group, configuration);
  const fields: JsonObject = { ad_configuration: configuration };
  for (const [key, { max, keys }] of Object.entries(AD_LISTS)) {
    const items = params.objects(key, { max });
    if (items) fields[key] = items.map((item) => knownFields(item, keys));
  }
  checkTexts(call);
  checkContent(call, group, { creatives, fields });
  return { creatives, fields };
}

function checkTexts({ params }: AdvertiserCall): void {
  for (const item of params.objects('ad_text_list') ?? [])
    checkText('ad_text', item.requireText('ad_text'), AD_TEXT_MAX);
  for (const item of params.objects('call_to_action_list') ?? [])
    item.requireOneOf('call_to_action', CALLS_TO_ACTION);
  for (const item of params.objects('page_list') ?? []) item.requireText('page_id');
  for (const item of params.objects('landing_page_url_list') ?? [])
    if (!isUrl(item.requireText('landing_page_url')))
      throw invalidParam('landing_page_url: Not a valid URL.');
}

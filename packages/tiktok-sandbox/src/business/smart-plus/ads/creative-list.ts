import type { AdGroup } from '../../ads/ad-objects.js';
import { checkIdentity, checkMaterial } from '../../ads/creatives/creative-rules.js';
import { checkPlace } from '../../ads/creatives/place-rules.js';
import { AD_FORMATS } from '../../ads/enums.js';
import type { JsonObject } from '../../store/json-object.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam, missing } from '../../wire/business-error.js';
import { Params } from '../../wire/params.js';
import { knownFields } from '../known-fields.js';
import { CREATIVE_INFO } from './ad-fields.js';

const MAX_CREATIVES = 50;

/** A creative as it was sent, and in the words of a manual ad, whose rules it shares. */
export interface Creative {
  readonly info: JsonObject;
  readonly fields: JsonObject;
}

/** What an ad shows and where it leads. */
export interface AdContent {
  readonly creatives: readonly Creative[];
  /** Lists and configuration, with TikTok's defaults. */
  readonly fields: JsonObject;
}

/** Reads and checks `creative_list`. @throws BusinessError 40002, 40007, 40053 */
export function readCreatives(call: AdvertiserCall, group: AdGroup, configuration: JsonObject): Creative[] {
  return call.params.requireObjects('creative_list', { max: MAX_CREATIVES }).map((item) => {
    const info = item.object('creative_info');
    if (!info) throw missing('creative_list.creative_info');
    return readCreative(call, group, info, configuration);
  });
}

function readCreative(
  call: AdvertiserCall,
  group: AdGroup,
  info: Params,
  configuration: JsonObject,
): Creative {
  const format = info.requireOneOf('ad_format', AD_FORMATS);
  if (info.text('identity_type') === 'CUSTOMIZED_USER')
    throw invalidParam('identity_type: CUSTOMIZED_USER belongs into ad_configuration.');
  const fields = manualFields(info, configuration);
  const creative = new Params(fields, false);
  checkIdentity(call, creative);
  checkMaterial(call, creative, format);
  checkPlace(call, group, format, creative.text('identity_type') ?? '');
  return { info: knownFields(info, CREATIVE_INFO), fields };
}

/** The same creative as fields of a manual one. An identity of its own goes before that of the ad. */
function manualFields(info: Params, configuration: JsonObject): JsonObject {
  const source = info.has('identity_type') ? info.values : configuration;
  const images = info.objects('image_info')?.map((image) => image.requireText('web_uri'));
  const fields: JsonObject = {
    ad_format: info.text('ad_format'),
    identity_type: source['identity_type'],
    identity_id: source['identity_id'],
    identity_authorized_bc_id: source['identity_authorized_bc_id'],
    video_id: info.object('video_info')?.requireText('video_id'),
    image_ids: images,
    music_id: info.object('music_info')?.requireText('music_id'),
    tiktok_item_id: info.text('tiktok_item_id'),
    aigc_disclosure_type: info.text('aigc_disclosure_type'),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

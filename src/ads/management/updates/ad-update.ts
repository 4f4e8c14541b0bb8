import type { WireBody } from '../../../tiktok/index.js';
import type { AdObject } from '../../objects/ad-object.entity.js';
import type { ObjectUpdate } from '../../writes/object-updates.js';
import type { PatchAdDto } from '../dto/patch.dto.js';
import { keptAd, present } from './kept-fields.js';

/** Manual ads are replaced in full. Of an Upgraded Smart+ ad, each list that is sent replaces that list. */
export function adUpdate(ad: AdObject, patch: PatchAdDto): ObjectUpdate {
  if (ad.family === 'us_plus') {
    const changed = smartFields(patch);
    return { changed, body: { smart_plus_ad_id: ad.id, ...changed } };
  }
  const changed = manualFields(patch);
  const creative = { ...keptAd(ad.data), ...changed, ad_id: ad.id };
  return { changed, body: { adgroup_id: ad.adGroupId, creatives: [creative] } };
}

function manualFields({ name, text, callToAction, landingPageUrl }: PatchAdDto): WireBody {
  return present({
    ad_name: name,
    ad_text: text,
    call_to_action: callToAction,
    landing_page_url: landingPageUrl,
  });
}

function smartFields({ name, text, callToAction, landingPageUrl }: PatchAdDto): WireBody {
  return present({
    ad_name: name,
    ad_text_list: text === undefined ? undefined : [{ ad_text: text }],
    call_to_action_list: callToAction === undefined ? undefined : [{ call_to_action: callToAction }],
    landing_page_url_list: landingPageUrl === undefined ? undefined : [{ landing_page_url: landingPageUrl }],
  });
}

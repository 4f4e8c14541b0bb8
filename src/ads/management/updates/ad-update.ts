import type { WireBody } from '../../../tiktok/index.js';
import type { AdObject } from '../../objects/ad-object.entity.js';
import type { ObjectUpdate } from '../../writes/object-updates.js';
import type { PatchAdDto } from '../dto/patch.dto.js';
import { keptAd, present } from './kept-fields.js';

/**
 * Manual ads are replaced in full. Of an Upgraded Smart+ ad, each list or object that is sent replaces the stored one.
 * @param callToActionId the portfolio of the new call to action, if the ad has one of the present
 */
export function adUpdate(ad: AdObject, patch: PatchAdDto, callToActionId?: string): ObjectUpdate {
  if (ad.family === 'us_plus') {
    const changed = smartFields(ad, patch, callToActionId);
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

/** True if the call to action of the ad is a portfolio. TikTok refuses the two forms together. */
export function hasPortfolio({ family, data }: AdObject): boolean {
  return family === 'us_plus' && typeof configurationOf(data).call_to_action_id === 'string';
}

function configurationOf(data: AdObject['data']): WireBody {
  return (data.ad_configuration ?? {}) as WireBody;
}

function smartFields(
  { data }: AdObject,
  { name, text, callToAction, landingPageUrl }: PatchAdDto,
  callToActionId: string | undefined,
): WireBody {
  const isWord = callToAction !== undefined && callToActionId === undefined;
  return present({
    ad_name: name,
    ad_text_list: text === undefined ? undefined : [{ ad_text: text }],
    call_to_action_list: isWord ? [{ call_to_action: callToAction }] : undefined,
    ad_configuration:
      callToActionId === undefined
        ? undefined
        : { ...configurationOf(data), call_to_action_id: callToActionId },
    landing_page_url_list: landingPageUrl === undefined ? undefined : [{ landing_page_url: landingPageUrl }],
  });
}

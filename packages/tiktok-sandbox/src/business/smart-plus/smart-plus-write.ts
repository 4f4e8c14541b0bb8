import type { SmartPlusAd } from '../ads/ad-objects.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { BusinessError, notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';

/** A write to Upgraded Smart+, which only ad accounts on TikTok's allowlist may do (40118). */
export function smartPlusWrite(path: string, handle: (call: AdvertiserCall) => unknown): BusinessEndpoint {
  return advertiserEndpoint({
    method: 'POST',
    path: `/smart_plus${path}`,
    handle(call) {
      const { advertiser, settings } = call;
      if (!(advertiser.usPlusWrites ?? settings.usPlusWrites))
        throw new BusinessError(
          40_118,
          `Advertiser ${advertiser.id} is not on the allowlist for Upgraded Smart+ Campaigns.`,
        );
      return handle(call);
    },
  });
}

/** An ad that may be written now; the caller notes the write in `lastWriteAt`. @throws BusinessError 40007, 40202 */
export function requireWritableAd(
  { tables, advertiser, settings, now }: AdvertiserCall,
  id: string,
): SmartPlusAd {
  const ad = tables.smartPlusAds.getOf(advertiser.id, id);
  if (!ad || ad.operationStatus === 'DELETE') throw notFound(`Upgraded Smart+ Ad ${id} does not exist.`);
  if (now < ad.lastWriteAt + settings.usPlusWriteSeconds * 1000)
    throw new BusinessError(40_202, `Concurrent operations on Upgraded Smart+ Ad ${id}. Please retry later.`);
  return ad;
}

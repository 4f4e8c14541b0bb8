import { createHash } from 'node:crypto';
import type { AdRow } from '../../tiktok/index.js';

const LENGTH = 16;
// What changes without a user: what the object does now, and links that TikTok signs again for each answer.
const VOLATILE = new Set(['secondary_status', 'modify_time']);
const LINK = /_ur[il]s?$/;
// Links that a user sets.
const OWN_LINK = /^(?:landing_page|.*_tracking|app_download|deeplink)_url/;

/**
 * Names the state of an object: it changes whenever a user changes the object, here or in TikTok Ads Manager. The order in which
 * TikTok sends fields has no effect.
 */
export function versionOf(data: AdRow): string {
  const own = Object.fromEntries(Object.entries(data).filter(([key]) => !namesParent(key, data)));
  return createHash('sha256')
    .update(JSON.stringify(ordered(own)))
    .digest('hex')
    .slice(0, LENGTH);
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([key]) => isKept(key));
  return fields.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, one]) => [key, ordered(one)]);
}

/** True for the name of the campaign or ad group above: its change is none of this object. */
function namesParent(key: string, { ad_id: ad, adgroup_id: adGroup }: AdRow): boolean {
  if (key === 'adgroup_name') return ad !== undefined;
  return key === 'campaign_name' && (ad !== undefined || adGroup !== undefined);
}

function isKept(key: string): boolean {
  return !VOLATILE.has(key) && (!LINK.test(key) || OWN_LINK.test(key));
}

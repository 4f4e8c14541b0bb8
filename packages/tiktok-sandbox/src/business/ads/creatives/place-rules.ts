import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam } from '../../wire/business-error.js';
import type { Params } from '../../wire/params.js';
import type { AdGroup } from '../ad-objects.js';
import { shownPlacements } from '../adgroups/placements.js';
import { checkDestinationOf } from './destination-rules.js';

/** Source: cookbook §1.3, "picture on TikTok". */
const CAROUSEL_OBJECTIVES = new Set([
  'APP_PROMOTION',
  'WEB_CONVERSIONS',
  'TRAFFIC',
  'LEAD_GENERATION',
  'REACH',
]);

/** Fields of manual ad groups that sell products, where custom identities are still open. Source: corrections §1. */
const SELLING = ['catalog_id', 'store_id'];

export function objectiveOf({ tables }: AdvertiserCall, { campaignId }: AdGroup): string {
  return tables.campaigns.get(campaignId)?.objectiveType ?? '';
}

/** What the ad group of a manual creative allows. @throws BusinessError 40002 */
export function checkPlaceOf(call: AdvertiserCall, group: AdGroup, creative: Params): void {
  checkPlace(call, group, creative.text('ad_format') ?? '', creative.text('identity_type') ?? '');
  checkDestinationOf(group, creative);
}

/** Whether ads of this format and identity may run where the ad group places them. @throws BusinessError 40002 */
export function checkPlace(call: AdvertiserCall, group: AdGroup, format: string, identityType: string): void {
  const objective = objectiveOf(call, group);
  if (format === 'CAROUSEL_ADS' && !CAROUSEL_OBJECTIVES.has(objective))
    throw invalidParam(`ad_format: CAROUSEL_ADS is not supported for ${objective}.`);
  const { placements } = shownPlacements(group, objective);
  if (!Array.isArray(placements) || !placements.includes('PLACEMENT_TIKTOK')) return;
  if (format === 'SINGLE_IMAGE')
    throw invalidParam('ad_format: SINGLE_IMAGE is not supported on TikTok. Use CAROUSEL_ADS.');
  const { fields } = group;
  const isExempt =
    !group.isUsPlus &&
    (SELLING.some((key) => fields[key] !== undefined) ||
      fields['creative_material_mode'] === 'SMART_CREATIVE');
  if (identityType === 'CUSTOMIZED_USER' && !isExempt && call.settings.customIdentity === 'off_tiktok')
    throw invalidParam(
      'identity_type: CUSTOMIZED_USER is no longer supported on TikTok. Use a TikTok account.',
    );
}

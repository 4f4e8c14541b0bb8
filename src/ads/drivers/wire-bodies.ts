import type { AdFamily, WireBody } from '../../tiktok/index.js';
import { manualAd, manualAdGroup, manualCampaign } from './manual.bodies.js';
import type { AdGroupSpec, AdSpec, CampaignContext, CampaignSpec } from './specs.js';
import { usPlusAd, usPlusAdGroup, usPlusCampaign } from './us-plus.bodies.js';

/** The bodies that create the objects of one family. All of them create paused. */
interface WireBodies {
  campaign(spec: CampaignSpec, budgetOptimized: boolean): WireBody;
  adGroup(spec: AdGroupSpec, campaign: CampaignContext): WireBody;
  ad(spec: AdSpec, adGroupId: string): WireBody;
}

export const WIRE_BODIES: Record<AdFamily, WireBodies> = {
  us_plus: { campaign: usPlusCampaign, adGroup: usPlusAdGroup, ad: usPlusAd },
  manual: { campaign: manualCampaign, adGroup: manualAdGroup, ad: manualAd },
};

import type { WireBody } from '../../tiktok/index.js';
import { promotionTargetOf, promotionTypeOf } from '../rules/site.js';
import type { AdGroupSpec, AdSpec, CampaignContext, CampaignSpec } from './specs.js';
import { CREATED_PAUSED, defined, wireBid, wireBudget, wireIdentity, wireSchedule } from './wire-parts.js';

// Bodies of Upgraded Smart+. Source: cookbook §2 and §1.

const DAILY = 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET';

export function usPlusCampaign(spec: CampaignSpec, budgetOptimized: boolean): WireBody {
  const isApp = spec.objective === 'APP_PROMOTION';
  return defined({
    objective_type: spec.objective,
    campaign_name: spec.name,
    sales_destination: spec.objective === 'WEB_CONVERSIONS' ? 'WEBSITE' : undefined,
    app_promotion_type: isApp ? (spec.appPromotionType ?? 'APP_INSTALL') : undefined,
    campaign_type: isApp ? 'REGULAR_CAMPAIGN' : undefined,
    catalog_enabled: spec.catalogEnabled,
    catalog_type: spec.catalogEnabled ? 'ECOMMERCE' : undefined,
    special_industries: spec.specialIndustries,
    budget_optimize_on: budgetOptimized,
    ...wireBudget(spec.budget, DAILY),
    ...CREATED_PAUSED,
  });
}

export function usPlusAdGroup(spec: AdGroupSpec, campaign: CampaignContext): WireBody {
  const schedule = spec.schedule ?? campaign.schedule;
  return defined({
    campaign_id: campaign.campaignId,
    adgroup_name: spec.name,
    promotion_type: promotionTypeOf(campaign.objective, spec),
    promotion_target_type: promotionTargetOf(campaign.objective, spec),
    app_id: spec.appId,
    optimization_goal: spec.optimizationGoal,
    pixel_id: spec.pixelId,
    optimization_event: spec.optimizationEvent,
    catalog_id: spec.catalogId,
    catalog_authorized_bc_id: spec.catalogBusinessCenterId,
    ...wireBid(spec),
    ...(schedule && wireSchedule(schedule)),
    // With a budget on the campaign, TikTok refuses one on the ad group.
    ...(!campaign.budgetOptimized && wireBudget(spec.budget, DAILY)),
    dayparting: spec.dayparting,
    ...(spec.placements && { placement_type: 'PLACEMENT_TYPE_NORMAL', placements: spec.placements }),
    ...usPlusTargeting(spec),
    ...CREATED_PAUSED,
  });
}

/** The fields of the targeting, also for an update: TikTok replaces the whole object. */
export function usPlusTargeting({ targeting }: Pick<AdGroupSpec, 'targeting'>): WireBody {
  const { mode, ageGroups } = targeting;
  const isManual = mode === 'MANUAL' || (mode === undefined && (ageGroups?.length ?? 0) > 0);
  return {
    targeting_optimization_mode: isManual ? 'MANUAL' : 'AUTOMATIC',
    targeting_spec: defined({
      location_ids: targeting.locationIds,
      age_groups: isManual ? ageGroups : undefined,
      spc_audience_age: isManual ? undefined : 'OVER_EIGHTEEN',
      gender: targeting.gender,
      languages: targeting.languages,
      operating_systems: targeting.operatingSystems,
      interest_category_ids: targeting.interestCategoryIds,
      audience_ids: filled(targeting.audienceIds),
      excluded_audience_ids: filled(targeting.excludedAudienceIds),
    }),
  };
}

export function usPlusAd(spec: AdSpec, adGroupId: string): WireBody {
  const isCustom = spec.identity.type === 'CUSTOMIZED_USER';
  const identity = wireIdentity(spec.identity);
  const { landingPageUrl, pageId, callToAction, callToActionId } = spec;
  return defined({
    adgroup_id: adGroupId,
    ad_name: spec.name,
    creative_list: [{ creative_info: { ...creativeInfo(spec), ...(!isCustom && identity) } }],
    ad_text_list: spec.text === undefined ? undefined : [{ ad_text: spec.text }],
    landing_page_url_list: landingPageUrl === undefined ? undefined : [{ landing_page_url: landingPageUrl }],
    page_list: pageId === undefined ? undefined : [{ page_id: pageId }],
    call_to_action_list:
      callToActionId !== undefined || callToAction === undefined
        ? undefined
        : [{ call_to_action: callToAction }],
    ad_configuration: defined({
      call_to_action_id: callToActionId,
      dark_post_status: darkPostStatus(spec),
      // Cookbook §1.3: a custom identity belongs here.
      ...(isCustom && identity),
    }),
    ...CREATED_PAUSED,
  });
}

function creativeInfo({ creative }: AdSpec): WireBody {
  const { videoId, coverImageId, imageIds, musicId, postId, postType } = creative;
  if (postId !== undefined)
    return {
      ad_format: postType === 'CAROUSEL' ? 'CAROUSEL_ADS' : 'SINGLE_VIDEO',
      tiktok_item_id: postId,
    };
  if (imageIds)
    return {
      ad_format: 'CAROUSEL_ADS',
      image_info: imageIds.map((id) => ({ web_uri: id })),
      music_info: { music_id: musicId },
    };
  return {
    ad_format: 'SINGLE_VIDEO',
    video_info: { video_id: videoId },
    ...(coverImageId !== undefined && { image_info: [{ web_uri: coverImageId }] }),
  };
}

/** Always sent for uploads: TikTok's default has changed once. A post already is on the profile. */
export function darkPostStatus({ creative, darkPost = true }: AdSpec): string | undefined {
  if (creative.postId !== undefined) return undefined;
  return darkPost ? 'ON' : 'OFF';
}

function filled(ids: string[] | undefined): string[] | undefined {
  return ids && ids.length > 0 ? ids : undefined;
}

import type { WireBody } from '../../tiktok/index.js';
import { objectiveRow } from '../rules/tables/objective-table.js';
import { promotionTargetOf, promotionTypeOf } from '../rules/site.js';
import type { AdGroupSpec, AdSpec, CampaignContext, CampaignSpec } from './specs.js';
import { darkPostStatus } from './us-plus.bodies.js';
import { CREATED_PAUSED, defined, wireBid, wireBudget, wireIdentity, wireSchedule } from './wire-parts.js';

// Bodies of manual campaigns. Source: cookbook §3 and §1.2.

const TIKTOK_ONLY = ['PLACEMENT_TIKTOK'];

export function manualCampaign(spec: CampaignSpec, budgetOptimized: boolean): WireBody {
  const isApp = spec.objective === 'APP_PROMOTION';
  const daily = budgetOptimized ? dailyModeOf(spec.objective) : 'BUDGET_MODE_DAY';
  return defined({
    objective_type: spec.objective,
    campaign_name: spec.name,
    app_promotion_type: isApp ? (spec.appPromotionType ?? 'APP_INSTALL') : undefined,
    campaign_product_source: spec.productSource,
    special_industries: spec.specialIndustries,
    ...(budgetOptimized && { budget_optimize_on: true }),
    ...wireBudget(spec.budget, daily),
    ...CREATED_PAUSED,
  });
}

export function manualAdGroup(spec: AdGroupSpec, campaign: CampaignContext): WireBody {
  const schedule = spec.schedule ?? campaign.schedule;
  const { targeting, frequency } = spec;
  return defined({
    campaign_id: campaign.campaignId,
    adgroup_name: spec.name,
    promotion_type: promotionTypeOf(campaign.objective, spec),
    promotion_target_type: promotionTargetOf(campaign.objective, spec),
    app_id: spec.appId,
    placement_type: 'PLACEMENT_TYPE_NORMAL',
    placements: spec.placements ?? TIKTOK_ONLY,
    optimization_goal: spec.optimizationGoal,
    pixel_id: spec.pixelId,
    optimization_event: spec.optimizationEvent,
    catalog_id: spec.catalogId,
    catalog_authorized_bc_id: spec.catalogBusinessCenterId,
    ...wireBid(spec),
    ...(campaign.objective === 'VIDEO_VIEWS' && { bid_display_mode: 'CPV' }),
    frequency: frequency?.impressions,
    frequency_schedule: frequency?.days,
    ...(!campaign.budgetOptimized && wireBudget(spec.budget, dailyModeOf(campaign.objective))),
    ...(schedule && wireSchedule(schedule)),
    // TikTok's own default is FAST, which it refuses without a bid.
    pacing: spec.pacing ?? 'PACING_MODE_SMOOTH',
    dayparting: spec.dayparting,
    location_ids: targeting.locationIds,
    age_groups: targeting.ageGroups,
    gender: targeting.gender ?? 'GENDER_UNLIMITED',
    languages: targeting.languages,
    operating_systems: targeting.operatingSystems,
    interest_category_ids: targeting.interestCategoryIds,
    audience_ids: targeting.audienceIds,
    excluded_audience_ids: targeting.excludedAudienceIds,
    ...CREATED_PAUSED,
  });
}

export function manualAd(spec: AdSpec, adGroupId: string): WireBody {
  return { adgroup_id: adGroupId, creatives: [manualCreative(spec)] };
}

function manualCreative(spec: AdSpec): WireBody {
  const { videoId, coverImageId, imageIds, musicId, postId, postType } = spec.creative;
  const isCarousel = imageIds !== undefined || postType === 'CAROUSEL';
  const images = imageIds ?? (coverImageId === undefined ? undefined : [coverImageId]);
  return defined({
    ad_name: spec.name,
    ad_format: isCarousel ? 'CAROUSEL_ADS' : 'SINGLE_VIDEO',
    ...wireIdentity(spec.identity),
    video_id: videoId,
    image_ids: postId === undefined ? images : undefined,
    music_id: musicId,
    tiktok_item_id: postId,
    dark_post_status: isPush(spec) ? darkPostStatus(spec) : undefined,
    ad_text: spec.text,
    call_to_action: spec.callToActionId === undefined ? spec.callToAction : undefined,
    call_to_action_id: spec.callToActionId,
    landing_page_url: spec.landingPageUrl,
    page_id: spec.pageId,
    tiktok_page_category: spec.tiktokPageCategory,
    ...CREATED_PAUSED,
  });
}

/** An upload that runs under a TikTok account. */
function isPush({ identity, creative }: AdSpec): boolean {
  return creative.postId === undefined && (identity.type === 'TT_USER' || identity.type === 'BC_AUTH_TT');
}

/** The word for a budget per day. */
export function dailyModeOf(objective: string): string {
  return objectiveRow(objective)?.daily ?? 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET';
}

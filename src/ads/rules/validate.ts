import type { AdDto } from '../spec/ad.dto.js';
import type { AdGroupDto } from '../spec/ad-group.dto.js';
import type { CampaignDto } from '../spec/campaign.dto.js';
import type { LaunchBodyDto } from '../spec/launch-body.dto.js';
import { bidRules } from './bid-rules.js';
import { adGroupBudgetRules, campaignBudgetRules } from './budget-rules.js';
import type { Complaint } from './complaint.js';
import { creativeRules } from './creative-rules.js';
import { destinationRules } from './destination-rules.js';
import { goalRules } from './goal-rules.js';
import { identityRules } from './identity-rules.js';
import { mediaRules } from './media-rules.js';
import { measurementRules } from './measurement-rules.js';
import { adGroupNameRules, adNameRules, campaignNameRules } from './name-rules.js';
import { objectiveRules } from './objective-rules.js';
import {
  adGroupOptimizationRules,
  budgetDependentRules,
  campaignOptimizationRules,
} from './optimization-rules.js';
import { placementRules } from './placement-rules.js';
import { postRules } from './post-rules.js';
import { promotionRules } from './promotion-rules.js';
import type { RuleContext } from './rule-context.js';
import { adGroupScheduleRules, campaignScheduleRules } from './schedule-rules.js';
import { sharedFieldRules } from './shared-fields.js';
import {
  campaignSite,
  groupSite,
  type AdRule,
  type CampaignRule,
  type CampaignSite,
  type GroupRule,
} from './site.js';
import { sizeComplaints } from './size-rules.js';
import { frequencyRules, targetingRules } from './targeting-rules.js';
import { withoutNulls } from './without-nulls.js';

const CAMPAIGN_RULES: readonly CampaignRule[] = [
  campaignNameRules,
  objectiveRules,
  campaignBudgetRules,
  campaignOptimizationRules,
  campaignScheduleRules,
];
const GROUP_RULES: readonly GroupRule[] = [
  adGroupNameRules,
  goalRules,
  promotionRules,
  measurementRules,
  bidRules,
  adGroupBudgetRules,
  adGroupOptimizationRules,
  budgetDependentRules,
  adGroupScheduleRules,
  placementRules,
  targetingRules,
  frequencyRules,
];
const AD_RULES: readonly AdRule[] = [
  adNameRules,
  identityRules,
  creativeRules,
  mediaRules,
  postRules,
  destinationRules,
];

/** Finds everything in a launch that TikTok would refuse, in the order of the body. */
export function validate(body: LaunchBodyDto, context: RuleContext): Complaint[] {
  const launch = withoutNulls(body);
  const site = campaignSite(launch, launch.adGroups, context);
  return [
    ...CAMPAIGN_RULES.flatMap((rule) => rule(site)),
    ...sizeComplaints(launch.adGroups, context),
    ...launch.adGroups.flatMap((group, index) =>
      groupComplaints(site, group, `adGroups[${index}]`).concat(
        group.ads.flatMap((ad, at) => adComplaints(site, group, ad, index, at)),
      ),
    ),
    ...sharedFieldRules(site),
  ];
}

/** Checks a campaign that is created alone. */
export function validateCampaign(campaign: CampaignDto, context: RuleContext): Complaint[] {
  const site = campaignSite(withoutNulls(campaign), [], context);
  return CAMPAIGN_RULES.flatMap((rule) => rule(site));
}

/**
 * Checks an ad group that is created in a campaign that exists. Fields of the complaints start at the ad group.
 * @param siblings the campaign's other ad groups, with which some fields must agree
 */
export function validateAdGroup(
  campaign: CampaignDto,
  group: AdGroupDto,
  context: RuleContext,
  siblings: readonly AdGroupDto[] = [],
): Complaint[] {
  const own = withoutNulls(group);
  const site = campaignSite(withoutNulls(campaign), [...siblings, own], context);
  const path = `adGroups[${siblings.length}].`;
  const shared = sharedFieldRules(site)
    .filter(({ field }) => field.startsWith(path))
    .map((one) => relativeTo(one, path));
  return [...groupComplaints(site, own, ''), ...shared];
}

/** Checks an ad that is created in an ad group that exists. Fields of the complaints start at the ad. */
export function validateAd(
  campaign: CampaignDto,
  group: AdGroupDto,
  ad: AdDto,
  context: RuleContext,
): Complaint[] {
  const own = withoutNulls(group);
  const site = groupSite(campaignSite(withoutNulls(campaign), [own], context), own, '');
  const adSite = { ...site, ad: withoutNulls(ad), adAt: (field: string) => field };
  return AD_RULES.flatMap((rule) => rule(adSite));
}

function relativeTo(complaint: Complaint, path: string): Complaint {
  return { ...complaint, field: complaint.field.slice(path.length) };
}

function groupComplaints(site: CampaignSite, group: AdGroupDto, path: string): Complaint[] {
  const inGroup = groupSite(site, group, path);
  return GROUP_RULES.flatMap((rule) => rule(inGroup));
}

function adComplaints(
  site: CampaignSite,
  group: AdGroupDto,
  ad: AdDto,
  index: number,
  at: number,
): Complaint[] {
  const adAt = (field: string) => `adGroups[${index}].ads[${at}].${field}`;
  const adSite = { ...groupSite(site, group, `adGroups[${index}]`), ad, adAt };
  return AD_RULES.flatMap((rule) => rule(adSite));
}

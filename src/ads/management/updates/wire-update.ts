import { ConflictError } from '../../../common/index.js';
import type { WireBody } from '../../../tiktok/index.js';
import { mergedTargeting } from '../../drivers/targeting-merge.js';
import { bidField, wireAmount } from '../../drivers/wire-parts.js';
import type { AdObject } from '../../objects/ad-object.entity.js';
import { wireTimeOf } from '../../spec/times.js';
import type { ObjectUpdate } from '../../writes/object-updates.js';
import type { NewBidDto, NewScheduleDto, PatchAdGroupDto, PatchCampaignDto } from '../dto/patch.dto.js';
import type { NewTargetingDto } from '../dto/new-targeting.dto.js';
import { keptAdGroup, present } from './kept-fields.js';

/** Names, budgets and the like change alone: TikTok keeps what is not sent of a campaign. */
export function campaignUpdate(campaign: AdObject, patch: PatchCampaignDto): ObjectUpdate {
  const changed = present({
    campaign_name: patch.name,
    budget: newBudget(campaign, patch.budget?.amount),
    budget_auto_adjust_strategy: autoIncrease(campaign, patch),
  });
  return { changed, body: { campaign_id: campaign.id, ...changed } };
}

/** A manual ad group is replaced in full, so everything that must stay is sent as well. Corrections §2b. */
export function adGroupUpdate(group: AdObject, patch: PatchAdGroupDto, isOptimized: boolean): ObjectUpdate {
  if (isOptimized && patch.budget)
    throw new ConflictError(
      'ad_group_budget_not_allowed',
      "The campaign's budget is spread over its ad groups. Change the budget of the campaign.",
    );
  const isManual = group.family === 'manual';
  const targeting =
    patch.targeting && (isManual ? flatTargeting(patch.targeting) : nestedTargeting(group, patch.targeting));
  const changed = present({
    adgroup_name: patch.name,
    budget: newBudget(group, patch.budget?.amount),
    ...(patch.bid && newBid(group, patch.bid)),
    ...(patch.schedule && newSchedule(patch.schedule)),
    ...targeting,
    dayparting: patch.dayparting,
  });
  const kept = isManual ? keptAdGroup(group.data, isOptimized) : {};
  return { changed, body: { ...kept, ...changed, adgroup_id: group.id } };
}

function newBudget({ budgetMode }: AdObject, amount: string | undefined): number | undefined {
  if (amount === undefined) return undefined;
  if (budgetMode !== null && budgetMode !== 'BUDGET_MODE_INFINITE') return wireAmount(amount);
  throw new ConflictError(
    'ad_object_without_budget',
    'This object has no budget of its own, and TikTok lets none be added. Change the budgets of its ad groups.',
  );
}

function autoIncrease({ family }: AdObject, { autoBudgetIncrease }: PatchCampaignDto): string | undefined {
  if (!autoBudgetIncrease) return undefined;
  if (family === 'us_plus') return 'AUTO_BUDGET_INCREASE';
  throw new ConflictError(
    'auto_budget_increase_not_allowed',
    'TikTok raises budgets automatically in Upgraded Smart+ campaigns only. Leave "autoBudgetIncrease" out.',
  );
}

function newBid({ data }: AdObject, { amount, roas }: NewBidDto): WireBody {
  if (amount !== undefined && data.bid_type === 'BID_TYPE_NO_BID')
    throw new ConflictError(
      'ad_group_without_bid',
      'This ad group has no bid, and TikTok lets none be added. Create an ad group with a bid.',
    );
  return { [bidField(data.billing_event)]: wireAmount(amount), roas_bid: wireAmount(roas) };
}

function newSchedule({ start, end }: NewScheduleDto): WireBody {
  return {
    schedule_start_time: wireTimeOf(start),
    ...(end !== undefined && { schedule_type: 'SCHEDULE_START_END', schedule_end_time: wireTimeOf(end) }),
  };
}

function flatTargeting(targeting: NewTargetingDto): WireBody {
  return {
    location_ids: targeting.locationIds,
    age_groups: targeting.ageGroups,
    gender: targeting.gender,
    languages: targeting.languages,
    operating_systems: targeting.operatingSystems,
    interest_category_ids: targeting.interestCategoryIds,
    audience_ids: targeting.audienceIds,
    excluded_audience_ids: targeting.excludedAudienceIds,
  };
}

function nestedTargeting({ data }: AdObject, targeting: NewTargetingDto): WireBody {
  return {
    targeting_optimization_mode: targeting.mode,
    targeting_spec: mergedTargeting(data, present(flatTargeting(targeting))),
  };
}

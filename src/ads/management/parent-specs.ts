import type { AdRow } from '../../tiktok/index.js';
import type { AdObject } from '../objects/ad-object.entity.js';
import { bidField } from '../drivers/wire-parts.js';
import type { AdGroupDto } from '../spec/ad-group.dto.js';
import type { BidDto } from '../spec/bid.dto.js';
import { budgetModeOf, type BudgetDto } from '../spec/budget.dto.js';
import type { CampaignDto } from '../spec/campaign.dto.js';
import { amountOf } from '../spec/money.js';
import type { ScheduleDto } from '../spec/schedule.dto.js';

// Objects of TikTok in the words of a body, as far as the rules of what is created below them need it.

/** @param schedule of the ad group: TikTok keeps none on a campaign */
export function campaignSpec(
  { name, objective, data, budgetMode, budget }: AdObject,
  currency: string | null,
  schedule: ScheduleDto,
): CampaignDto {
  return {
    name: name ?? '',
    objective: objective ?? '',
    budgetOptimization: data.budget_optimize_on === true,
    schedule,
    ...budgetSpec(budgetMode, budget, currency),
    ...(data.catalog_enabled === true && { catalogEnabled: true }),
    ...given('appPromotionType', data.app_promotion_type),
    ...given('productSource', data.campaign_product_source),
  };
}

export function adGroupSpec(data: AdRow, currency: string | null): AdGroupDto {
  const placements = Array.isArray(data.placements) ? (data.placements as string[]) : [];
  return {
    name: textIn(data.adgroup_name) ?? '',
    optimizationGoal: textIn(data.optimization_goal) ?? '',
    bid: bidSpec(data, currency),
    targeting: { locationIds: [] },
    ...budgetSpec(textIn(data.budget_mode), data.budget, currency),
    ...given('promotionType', data.promotion_type),
    ...given('promotionTargetType', data.promotion_target_type),
    ...given('optimizationEvent', data.optimization_event),
    ...given('valueWindow', data.vbo_window),
    ...given('pixelId', data.pixel_id),
    ...given('appId', data.app_id),
    ...given('catalogId', data.catalog_id),
    ...(placements.length > 0 && { placements }),
  };
}

/**
 * Returns a sibling with those fields that the new ad group names: TikTok fills defaults that a body leaves out. Equal amounts
 * get equal texts.
 */
export function comparable(sibling: AdGroupDto, own: AdGroupDto): AdGroupDto {
  const named = Object.entries(sibling).filter(([key]) => key in own);
  const { bid } = sibling;
  const parts = Object.entries(bid).flatMap(([key, value]) => {
    const ownValue = own.bid[key as keyof BidDto];
    if (ownValue === undefined) return [];
    return [[key, isSameAmount(value, ownValue) ? ownValue : (value as string)] as const];
  });
  return {
    ...(Object.fromEntries(named) as AdGroupDto),
    bid: Object.fromEntries(parts) as unknown as BidDto,
  };
}

function bidSpec(data: AdRow, currency: string | null): BidDto {
  const isCustom = data.bid_type === 'BID_TYPE_CUSTOM';
  const amount = amountIn(data[bidField(data.billing_event)], currency);
  const roas = amountIn(data.roas_bid, null);
  return {
    type: isCustom ? 'BID_TYPE_CUSTOM' : 'BID_TYPE_NO_BID',
    ...(amount !== undefined && { amount }),
    ...(roas !== undefined && { roas }),
    ...given('deepBidType', data.deep_bid_type),
  };
}

function budgetSpec(
  wireMode: string | null | undefined,
  value: unknown,
  currency: string | null,
): { budget?: BudgetDto } {
  const mode = budgetModeOf(wireMode ?? null);
  if (mode === undefined) return {};
  const amount = mode === 'none' ? undefined : amountIn(value, currency);
  return { budget: { mode, ...(amount !== undefined && { amount }) } };
}

/** TikTok writes 0 for an amount that is not set. */
function amountIn(value: unknown, currency: string | null): string | undefined {
  return Number(value) > 0 ? (amountOf(value, currency ?? '') ?? undefined) : undefined;
}

function isSameAmount(one: unknown, other: unknown): boolean {
  const [a, b] = [amountOf(one, ''), amountOf(other, '')];
  return a !== null && a === b;
}

function given<Key extends string>(key: Key, value: unknown): Partial<Record<Key, never>> {
  const text = textIn(value);
  return (text === undefined ? {} : { [key]: text }) as Partial<Record<Key, never>>;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value !== 'UNSET' ? value : undefined;
}

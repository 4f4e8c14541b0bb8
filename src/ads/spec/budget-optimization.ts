import type { AdGroupSpec } from './ad-group.dto.js';
import type { BudgetDto } from './budget.dto.js';
import type { CampaignSpec } from './campaign.dto.js';

/** True if TikTok spreads the campaign's budget over its ad groups. */
export function isBudgetOptimized(campaign: CampaignSpec, adGroups: readonly AdGroupSpec[] = []): boolean {
  const own = adGroups.some(({ budget }) => hasAmount(budget));
  return campaign.budgetOptimization ?? (hasAmount(campaign.budget) && !own);
}

/** True if the level has a budget of its own. */
export function hasAmount(budget: BudgetDto | undefined): boolean {
  return budget !== undefined && budget.mode !== 'none';
}

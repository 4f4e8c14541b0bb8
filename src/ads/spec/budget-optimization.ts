import type { AdGroupSpec } from './ad-group.dto.js';
import type { BudgetDto } from './budget.dto.js';
import type { CampaignSpec } from './campaign.dto.js';

/** True if TikTok spreads the campaign's budget over its ad groups. */
export function isBudgetOptimized(campaign: CampaignSpec, adGroups: readonly AdGroupSpec[] = []): boolean {
  const { budgetOptimization, budget } = campaign;
  if (budgetOptimization !== undefined) return budgetOptimization;
  return hasAmount(budget) && !adGroups.some((group) => hasAmount(group.budget));
}

function hasAmount(budget: BudgetDto | undefined): boolean {
  return budget !== undefined && budget.mode !== 'none';
}

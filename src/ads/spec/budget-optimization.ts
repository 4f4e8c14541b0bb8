import type { AdGroupSpec } from './ad-group.dto.js';
import type { CampaignSpec } from './campaign.dto.js';

/** True if TikTok spreads the campaign's budget over its ad groups. */
export function isBudgetOptimized(campaign: CampaignSpec, adGroups: readonly AdGroupSpec[] = []): boolean {
  const { budgetOptimization, budget } = campaign;
  if (budgetOptimization !== undefined) return budgetOptimization;
  const has = (one?: { mode: string }) => one !== undefined && one.mode !== 'none';
  return has(budget) && !adGroups.some((group) => has(group.budget));
}

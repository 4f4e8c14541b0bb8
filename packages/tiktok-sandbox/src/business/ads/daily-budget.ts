import { currencyRatio } from '../advertisers/currencies.js';
import type { BusinessState } from '../store/business-state.js';
import type { AdGroup } from './ad-objects.js';

const DAY_MS = 86_400_000;

/** What an ad group without any budget spends a day, in USD. */
const UNBOUNDED = 100;

/** What an ad group may spend on one day, in its advertiser's currency. */
export function dailyBudgetOf(state: BusinessState, adgroupId: string): number {
  const group = state.tables.adgroups.get(adgroupId);
  const campaign = group && state.tables.campaigns.get(group.campaignId);
  if (!group || !campaign) return 0;
  const currency = state.tables.advertisers.get(group.advertiserId)?.currency ?? 'USD';
  const own = perDay(group.budgetMode, group.budget, group);
  const siblings = state.tables.adgroups
    .of(group.advertiserId)
    .filter((other) => other.campaignId === campaign.id && other.operationStatus !== 'DELETE').length;
  const shared = perDay(campaign.budgetMode, campaign.budget, group);
  const ofCampaign = shared === null ? null : shared / Math.max(1, siblings);
  if (own === null) return ofCampaign ?? UNBOUNDED * currencyRatio(currency);
  return ofCampaign === null ? own : Math.min(own, ofCampaign);
}

/** Null when the mode sets no bound. */
function perDay(mode: string, budget: number, { startsAt, endsAt }: AdGroup): number | null {
  if (mode === 'BUDGET_MODE_INFINITE') return null;
  if (mode !== 'BUDGET_MODE_TOTAL') return budget;
  return budget / Math.max(1, Math.ceil((endsAt - startsAt) / DAY_MS));
}

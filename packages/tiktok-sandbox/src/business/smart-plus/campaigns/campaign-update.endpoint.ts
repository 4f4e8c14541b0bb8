import type { Campaign } from '../../ads/ad-objects.js';
import { checkAboveSpent } from '../../ads/budget-rules.js';
import { refreshDelivery } from '../../ads/delivery.js';
import { spentBy } from '../../ads/spent.js';
import { checkText, NAME_MAX } from '../../ads/text-rules.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam } from '../../wire/business-error.js';
import { knownFields } from '../known-fields.js';
import { smartPlusWrite } from '../smart-plus-write.js';
import { checkedBudget } from './campaign-budget.js';
import { smartPlusCampaignView } from './campaign-view.js';
import { requireSmartPlusCampaign } from './require-campaign.js';

const FURTHER = ['po_number', 'budget_auto_adjust_strategy'];

/** Changes name, budget and a few more; other keys are dropped. Source: corrections §3. */
export const smartPlusCampaignUpdate = smartPlusWrite('/campaign/update/', (call) => {
  const { params, world, state, advertiser, now } = call;
  const campaign = requireSmartPlusCampaign(call, params.requireText('campaign_id'));
  const sent = params.text('campaign_name');
  const name = sent ? checkText('campaign_name', sent, NAME_MAX) : campaign.name;
  const budget = params.has('budget') ? newBudget(call, campaign) : campaign.budget;
  const fields = { ...campaign.fields, ...knownFields(params, FURTHER) };
  Object.assign(campaign, { name, budget, fields, modifiedAt: now });
  refreshDelivery(world, advertiser.id);
  return smartPlusCampaignView(state, campaign);
});

function newBudget(call: AdvertiserCall, campaign: Campaign): number {
  if (campaign.budgetMode === 'BUDGET_MODE_INFINITE')
    throw invalidParam('budget: Must not be set for BUDGET_MODE_INFINITE.');
  const budget = checkedBudget(call, campaign.budgetMode);
  if (call.settings.budgetAboveSpent && budget < campaign.budget)
    checkAboveSpent(
      budget,
      spentBy(call, campaign.budgetMode, (ad) => ad.campaignId === campaign.id),
    );
  return budget;
}

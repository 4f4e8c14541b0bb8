import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam, notFound } from '../../wire/business-error.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import type { Campaign } from '../ad-objects.js';
import { checkAboveSpent, checkBudget } from '../budget-rules.js';
import { requireBudget, requireFreeName } from '../creation-rules.js';
import { requireManual } from '../manual-only.js';
import { spentBy } from '../spent.js';
import { checkText, NAME_MAX } from '../text-rules.js';
import { checkIndustries } from './campaign-create.endpoint.js';
import { campaignView } from './campaign-view.js';

const FIXED = ['objective_type', 'budget_mode', 'budget_optimize_on'];

export const campaignUpdate = advertiserEndpoint({
  method: 'POST',
  path: '/campaign/update/',
  handle(call) {
    const { params, tables, advertiser } = call;
    const id = params.requireText('campaign_id');
    const fixed = FIXED.find((key) => params.has(key));
    if (fixed !== undefined) throw invalidParam(`${fixed}: Cannot be updated.`);
    const campaign = tables.campaigns.getOf(advertiser.id, id);
    if (!campaign || campaign.operationStatus === 'DELETE') throw notFound(`Campaign ${id} does not exist.`);
    requireManual(campaign, 'Campaign');
    // All values are checked before anything changes.
    const name = readName(call, campaign);
    const budget = params.has('budget') ? readBudget(call, campaign) : campaign.budget;
    const fields = readFields(call, campaign);
    Object.assign(campaign, { name, budget, fields, modifiedAt: call.now });
    return campaignView(call.state, campaign);
  },
});

function readName({ params, tables, advertiser }: AdvertiserCall, campaign: Campaign): string {
  const text = params.text('campaign_name');
  if (text === undefined || text === campaign.name) return campaign.name;
  const name = checkText('campaign_name', text, NAME_MAX);
  requireFreeName('campaign_name', name, tables.campaigns.of(advertiser.id));
  return name;
}

function readBudget(call: AdvertiserCall, campaign: Campaign): number {
  const { params, advertiser, settings } = call;
  if (campaign.budgetMode === 'BUDGET_MODE_INFINITE')
    throw invalidParam('budget: Must not be set for BUDGET_MODE_INFINITE.');
  const budget = requireBudget(params);
  checkBudget(budget, {
    level: 'campaign',
    mode: campaign.budgetMode,
    currency: advertiser.currency,
    isShop: campaign.fields['campaign_product_source'] === 'STORE',
    scheduledMs: null,
  });
  if (settings.budgetAboveSpent && budget < campaign.budget)
    checkAboveSpent(
      budget,
      spentBy(call, campaign.budgetMode, (ad) => ad.campaignId === campaign.id),
    );
  return budget;
}

function readFields({ params }: AdvertiserCall, campaign: Campaign): Campaign['fields'] {
  const fields = { ...campaign.fields };
  if (params.has('po_number')) fields['po_number'] = params.text('po_number');
  const industries = params.texts('special_industries');
  if (industries !== undefined) {
    checkIndustries(industries);
    const held = campaign.fields['special_industries'];
    if (industries.some((name) => !Array.isArray(held) || !held.includes(name)))
      throw invalidParam('special_industries: Can be cleared, but not added again.');
    fields['special_industries'] = industries;
  }
  return fields;
}

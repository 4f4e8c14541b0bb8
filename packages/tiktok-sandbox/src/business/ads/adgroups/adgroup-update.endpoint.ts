import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam } from '../../wire/business-error.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import type { AdGroup } from '../ad-objects.js';
import { furtherFields, requireBudget, requireFreeName } from '../creation-rules.js';
import { refreshDelivery } from '../delivery.js';
import { checkText, NAME_MAX } from '../text-rules.js';
import { checkNewBudget } from './new-budget.js';
import { requireAdGroup } from './require-adgroup.js';
import { OWN_ADGROUP_FIELDS } from './adgroup-fields.js';
import { checkTargeting } from './adgroup-rules.js';
import { requireOrder } from './adgroup-schedule.js';
import { adGroupView } from './adgroup-view.js';

const FIXED = ['campaign_id', 'promotion_type', 'optimization_goal', 'billing_event', 'budget_mode'];

/** Lists replace; fields that are not sent stay. Source: business reference §4. */
export const adGroupUpdate = advertiserEndpoint({
  method: 'POST',
  path: '/adgroup/update/',
  handle(call) {
    const { params, world, state, tables, advertiser, now } = call;
    const group = requireAdGroup(call, params.requireText('adgroup_id'));
    checkFixed(call, group);
    checkTargeting(call);
    const name = readName(call, group);
    const schedule = readTimes(call, group);
    const budget = params.has('budget') ? requireBudget(params) : group.budget;
    if (budget !== group.budget) checkNewBudget(call, group, budget);
    Object.assign(group, {
      ...schedule,
      name,
      budget,
      fields: { ...group.fields, ...furtherFields(params, OWN_ADGROUP_FIELDS) },
      modifiedAt: now,
    });
    refreshDelivery(world, advertiser.id);
    const ads = tables.ads.of(advertiser.id).filter((ad) => ad.adgroupId === group.id);
    return adGroupView(state, group, ads, now);
  },
});

/** The same value is not a change. */
function checkFixed({ params }: AdvertiserCall, group: AdGroup): void {
  const current: Record<string, unknown> = {
    ...group.fields,
    campaign_id: group.campaignId,
    budget_mode: group.budgetMode,
  };
  const changed = FIXED.find((key) => params.has(key) && params.values[key] !== current[key]);
  if (changed !== undefined) throw invalidParam(`${changed}: Cannot be updated.`);
}

function readName({ params, tables, advertiser }: AdvertiserCall, group: AdGroup): string {
  const text = params.text('adgroup_name');
  if (text === undefined || text === group.name) return group.name;
  const siblings = tables.adgroups.of(advertiser.id).filter((one) => one.campaignId === group.campaignId);
  requireFreeName('adgroup_name', text, siblings);
  return checkText('adgroup_name', text, NAME_MAX);
}

function readTimes({ params, now }: AdvertiserCall, group: AdGroup): { startsAt: number; endsAt: number } {
  const startsAt = params.time('schedule_start_time') ?? group.startsAt;
  const endsAt = params.time('schedule_end_time') ?? group.endsAt;
  if (startsAt !== group.startsAt && group.startsAt <= now)
    throw invalidParam('schedule_start_time: Cannot be changed once the ad group has started.');
  requireOrder(startsAt, endsAt);
  return { startsAt, endsAt };
}

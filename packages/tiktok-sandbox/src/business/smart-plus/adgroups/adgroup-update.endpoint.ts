import type { AdGroup } from '../../ads/ad-objects.js';
import { checkNewBudget } from '../../ads/adgroups/new-budget.js';
import { requireOrder } from '../../ads/adgroups/adgroup-schedule.js';
import { adsByGroup } from '../../ads/adgroups/adgroup-view.js';
import { requireBudget } from '../../ads/creation-rules.js';
import { refreshDelivery } from '../../ads/delivery.js';
import { checkText, NAME_MAX } from '../../ads/text-rules.js';
import type { JsonObject } from '../../store/json-object.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam } from '../../wire/business-error.js';
import { knownFields } from '../known-fields.js';
import { smartPlusWrite } from '../smart-plus-write.js';
import { UPDATABLE_ADGROUP_FIELDS } from './adgroup-fields.js';
import { smartPlusAdGroupView } from './adgroup-view.js';
import { checkDayparting } from './attribution-rules.js';
import { changeBids, readNewBids } from './new-bids.js';
import { requireSmartPlusAdGroup } from './require-adgroup.js';
import { readTargeting, withTargeting } from './targeting.js';

/** Fields that are not sent stay; the targeting is replaced as a whole. Source: corrections §3. */
export const smartPlusAdGroupUpdate = smartPlusWrite('/adgroup/update/', (call) => {
  const { params, world, state, advertiser, now } = call;
  const group = requireSmartPlusAdGroup(call, params.requireText('adgroup_id'));
  checkDayparting(params);
  const sent = params.text('adgroup_name');
  const name = sent ? checkText('adgroup_name', sent, NAME_MAX) : group.name;
  const schedule = readTimes(call, group);
  const budget = readBudget(call, group);
  const bids = readNewBids(call, group, budget);
  const fields = readFields(call, group);
  Object.assign(group, { ...schedule, name, budget, fields, modifiedAt: now });
  changeBids(call, group, bids);
  refreshDelivery(world, advertiser.id);
  return smartPlusAdGroupView(state, group, adsByGroup(state, advertiser.id)(group.id), now);
});

function readFields(call: AdvertiserCall, group: AdGroup): JsonObject {
  const mode = group.fields['targeting_optimization_mode'];
  const fields = { ...group.fields, ...knownFields(call.params, UPDATABLE_ADGROUP_FIELDS) };
  return call.params.has('targeting_spec') ? withTargeting(fields, readTargeting(call, mode)) : fields;
}

function readBudget(call: AdvertiserCall, group: AdGroup): number {
  const { params, tables } = call;
  if (!params.has('budget')) return group.budget;
  if (tables.campaigns.get(group.campaignId)?.budgetOptimizeOn)
    throw invalidParam('budget: Not supported when budget_optimize_on of the campaign is true.');
  const budget = requireBudget(params);
  if (budget !== group.budget) checkNewBudget(call, group, budget);
  return budget;
}

function readTimes({ params, now }: AdvertiserCall, group: AdGroup): { startsAt: number; endsAt: number } {
  const startsAt = params.time('schedule_start_time') ?? group.startsAt;
  const endsAt = params.time('schedule_end_time') ?? group.endsAt;
  if (startsAt !== group.startsAt && group.startsAt <= now)
    throw invalidParam('schedule_start_time: Cannot be changed once the ad group has started.');
  requireOrder(startsAt, endsAt);
  return { startsAt, endsAt };
}

import type { JsonObject } from '../../../open-api/api-call.js';
import type { BusinessState } from '../../store/business-state.js';
import { timeText } from '../../wire/time-text.js';
import type { Ad, AdGroup } from '../ad-objects.js';
import { adGroupStatus } from '../object-status.js';
import { UNSET_ADGROUP } from './adgroup-fields.js';

/** Ads of an advertiser by their ad group, for views of many groups. */
export function adsByGroup(state: BusinessState, advertiserId: string): (adgroupId: string) => readonly Ad[] {
  const groups = new Map<string, Ad[]>();
  for (const ad of state.tables.ads.of(advertiserId)) {
    const list = groups.get(ad.adgroupId);
    if (list) list.push(ad);
    else groups.set(ad.adgroupId, [ad]);
  }
  return (adgroupId) => groups.get(adgroupId) ?? [];
}

/** An ad group as every answer shows it: all fields, unset ones too. Source: business reference §4. */
export function adGroupView(
  state: BusinessState,
  group: AdGroup,
  ads: readonly Ad[],
  now: number,
): JsonObject {
  return {
    ...UNSET_ADGROUP,
    ...group.fields,
    advertiser_id: group.advertiserId,
    campaign_id: group.campaignId,
    campaign_name: state.tables.campaigns.get(group.campaignId)?.name ?? '',
    adgroup_id: group.id,
    adgroup_name: group.name,
    budget_mode: group.budgetMode,
    budget: group.budget,
    scheduled_budget: group.scheduledBudget,
    schedule_start_time: timeText(group.startsAt),
    schedule_end_time: timeText(group.endsAt),
    operation_status: group.operationStatus,
    secondary_status: adGroupStatus(state, group, ads, now),
    create_time: timeText(group.createdAt),
    modify_time: timeText(group.modifiedAt),
  };
}

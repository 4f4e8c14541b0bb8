import type { JsonObject } from '../../../open-api/api-call.js';
import type { BusinessState } from '../../store/business-state.js';
import { timeText } from '../../wire/time-text.js';
import type { Ad, AdGroup } from '../ad-objects.js';
import { adGroupStatus } from '../object-status.js';
import { setFields } from '../set-fields.js';
import { ADGROUP_FIELDS, UNSET_ADGROUP } from './adgroup-fields.js';
import { shownPlacements } from './placements.js';

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

/**
 * An ad group as every answer shows it: the fields that all ad groups have, unset ones too, and of the others
 * those that were set. Source: business reference §4.
 */
export function adGroupView(
  state: BusinessState,
  group: AdGroup,
  ads: readonly Ad[],
  now: number,
): JsonObject {
  const campaign = state.tables.campaigns.get(group.campaignId);
  return {
    ...UNSET_ADGROUP,
    ...attributionDefaults(group),
    ...setFields(group.fields, ADGROUP_FIELDS),
    ...shownPlacements(group, campaign?.objectiveType),
    advertiser_id: group.advertiserId,
    campaign_id: group.campaignId,
    campaign_name: campaign?.name ?? '',
    campaign_automation_type: group.isUsPlus ? 'UPGRADED_SMART_PLUS' : 'MANUAL',
    adgroup_id: group.id,
    adgroup_name: group.name,
    budget_mode: group.budgetMode,
    budget: group.budget,
    scheduled_budget: group.scheduledBudget,
    schedule_start_time: timeText(group.startsAt),
    schedule_end_time: timeText(group.endsAt),
    operation_status: group.operationStatus,
    secondary_status: adGroupStatus(state, group, ads, now),
    is_new_structure: true,
    create_time: timeText(group.createdAt),
    modify_time: timeText(group.modifiedAt),
  };
}

/** Goals that are attributed to an ad, with TikTok's windows when none are chosen. */
const ATTRIBUTED_GOALS = new Set([
  'CONVERT',
  'VALUE',
  'AUTOMATIC_VALUE_OPTIMIZATION',
  'INSTALL',
  'IN_APP_EVENT',
]);

/** The windows of a goal that is attributed, when none are chosen. */
export function attributionDefaults({ fields }: AdGroup): JsonObject {
  if (!ATTRIBUTED_GOALS.has(String(fields['optimization_goal']))) return {};
  const isApp = String(fields['promotion_type']).startsWith('APP_');
  return {
    click_attribution_window: 'SEVEN_DAYS',
    view_attribution_window: 'ONE_DAY',
    attribution_event_count: isApp ? 'UNSET' : 'EVERY',
  };
}

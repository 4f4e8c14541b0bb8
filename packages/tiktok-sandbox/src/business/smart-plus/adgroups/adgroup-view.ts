import type { Ad, AdGroup } from '../../ads/ad-objects.js';
import { attributionDefaults } from '../../ads/adgroups/adgroup-view.js';
import { shownPlacements } from '../../ads/adgroups/placements.js';
import { adGroupStatus } from '../../ads/object-status.js';
import type { BusinessState } from '../../store/business-state.js';
import type { JsonObject } from '../../store/json-object.js';
import { timeText } from '../../wire/time-text.js';
import { SENT_ADGROUP_FIELDS } from './adgroup-fields.js';

/** An ad group as the endpoints of Upgraded Smart+ answer it. */
export function smartPlusAdGroupView(
  state: BusinessState,
  group: AdGroup,
  ads: readonly Ad[],
  now: number,
): JsonObject {
  const campaign = state.tables.campaigns.get(group.campaignId);
  const sent = SENT_ADGROUP_FIELDS.flatMap((key) =>
    group.fields[key] === undefined ? [] : [[key, group.fields[key]] as const],
  );
  return {
    advertiser_id: group.advertiserId,
    campaign_id: group.campaignId,
    campaign_name: campaign?.name ?? '',
    adgroup_id: group.id,
    adgroup_name: group.name,
    ...attributionDefaults(group),
    tiktok_subplacements: [],
    comment_disabled: false,
    share_disabled: false,
    dayparting: '1'.repeat(336),
    ...Object.fromEntries(sent),
    ...shownPlacements(group, campaign?.objectiveType),
    targeting_spec: group.fields['targeting_spec'],
    pacing: 'PACING_MODE_SMOOTH',
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

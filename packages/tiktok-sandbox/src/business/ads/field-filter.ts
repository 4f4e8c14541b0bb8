import type { BusinessState } from '../store/business-state.js';
import type { JsonObject } from '../store/json-object.js';
import type { Params } from '../wire/params.js';
import type { Filterable } from './filterable.js';

type Owner = 'campaign' | 'adgroup';

/** Filters that compare one field, with whose it is and what it is as long as it is not set. */
const FIELDS: readonly (readonly [filter: string, owner: Owner, field: string, unset: unknown])[] = [
  ['campaign_type', 'campaign', 'campaign_type', 'REGULAR_CAMPAIGN'],
  ['campaign_product_source', 'campaign', 'campaign_product_source', null],
  ['sales_destination', 'campaign', 'sales_destination', null],
  ['promotion_type', 'adgroup', 'promotion_type', null],
  ['billing_events', 'adgroup', 'billing_event', null],
  ['creative_material_mode', 'adgroup', 'creative_material_mode', 'CUSTOM'],
];

/** Filters that all objects of the sandbox answer alike. */
const ALIKE: Readonly<Record<string, unknown>> = {
  campaign_system_origins: 'TT_ADS_PLATFORM',
  is_smart_performance_campaign: false,
  split_test_enabled: false,
};

/** The documented filters that look at one field alone. @returns whether a row passes all that were sent */
export function fieldFilter(state: BusinessState, filtering: Params): (row: Filterable) => boolean {
  const sent = FIELDS.filter(([filter]) => filtering.has(filter));
  const isAlike = Object.entries(ALIKE).every(([filter, value]) => accepts(filtering, filter, value));
  return (row) =>
    isAlike &&
    accepts(filtering, 'campaign_automation_type', automationOf(state, row)) &&
    sent.every(([filter, owner, field, unset]) =>
      accepts(filtering, filter, fieldsOf(state, row, owner)[field] ?? unset),
    );
}

/** A filter is a value, or a list of them. */
function accepts(filtering: Params, filter: string, value: unknown): boolean {
  const wanted = filtering.values[filter];
  if (!filtering.has(filter)) return true;
  return Array.isArray(wanted) ? wanted.includes(value) : wanted === value;
}

function fieldsOf({ tables }: BusinessState, row: Filterable, owner: Owner): JsonObject {
  if (owner === 'campaign') return tables.campaigns.get(row.campaignId)?.fields ?? {};
  return (tables.adgroups.get(row.adgroupId ?? row.id)?.fields ?? row.fields) as JsonObject;
}

/** Who makes the decisions of a campaign. A creative of an Upgraded Smart+ ad has a value of its own in lists. */
export function automationOf(
  { tables }: BusinessState,
  { campaignId }: Pick<Filterable, 'campaignId'>,
): string {
  return tables.campaigns.get(campaignId)?.isUsPlus ? 'UPGRADED_SMART_PLUS' : 'MANUAL';
}

import type { Ad } from '../ads/ad-objects.js';
import { automationOf } from '../ads/field-filter.js';
import { adGroupStatus, adStatus, campaignStatus, wholeAdStatus } from '../ads/object-status.js';
import { matchesPrimary } from '../ads/status-filter.js';
import { PRIMARY_STATUSES } from '../ads/enums.js';
import type { BusinessState } from '../store/business-state.js';
import { invalidParam } from '../wire/business-error.js';
import type { Params } from '../wire/params.js';
import type { Level } from './attributes.js';
import { metricNamed } from './metrics.js';

const TYPES = [
  'IN',
  'NOT_IN',
  'CONTAIN_ANY_OF',
  'MATCH',
  'GREATER_EQUAL',
  'GREATER_THAN',
  'LOWER_EQUAL',
  'LOWER_THAN',
  'BETWEEN',
] as const;

const MAX_IDS = 100;

/** Which ads count, and which rows of the finished report stay. */
export interface ReportFilter {
  readonly ad: (ad: Ad) => boolean;
  readonly row: (metrics: Readonly<Record<string, string>>) => boolean;
  /** Metrics that only the filter looks at. */
  readonly metrics: readonly string[];
}

interface Condition {
  readonly field: string;
  readonly type: (typeof TYPES)[number];
  readonly values: readonly string[];
}

/**
 * Reads `filtering`. Deleted objects of the data level are left out unless a status filter asks for them.
 * @throws BusinessError 40002
 */
export function readReportFilter(
  state: BusinessState,
  params: Params,
  { level, ids }: { readonly level: Level; readonly ids: readonly string[] },
  now: number,
): ReportFilter {
  const conditions = (params.objects('filtering') ?? []).map(readCondition);
  const fields = new Set(conditions.map(({ field }) => field));
  if (fields.has('ad_ids_v2') && (level !== 'ad' || !ids.includes('ad_id_v2') || fields.has('ad_ids')))
    throw invalidParam('filtering: ad_ids_v2 is only supported with data_level AUCTION_AD and ad_id_v2.');
  const onRows = conditions.filter(({ field }) => metricNamed(field) !== undefined);
  const onAds = conditions.filter((condition) => !onRows.includes(condition));
  const hasStatus = onAds.some(({ field }) => field.endsWith('_status'));
  const isWhole = ids.includes('ad_id_v2');
  const testOf = (condition: Condition) => adTest(state, condition, now, isWhole);
  const tests = onAds.map(testOf);
  const statusField = level === 'advertiser' ? undefined : `${level}_status`;
  if (!hasStatus && statusField)
    tests.push(testOf({ field: statusField, type: 'IN', values: ['STATUS_NOT_DELETE'] }));
  return {
    ad: (ad) => tests.every((test) => test(ad)),
    row: (metrics) => onRows.every((condition) => compare(Number(metrics[condition.field]), condition)),
    metrics: onRows.map(({ field }) => field),
  };
}

function readCondition(item: Params): Condition {
  const field = item.requireText('field_name');
  const type = item.requireOneOf('filter_type', TYPES);
  const text = item.requireText('filter_value');
  if (!['IN', 'NOT_IN', 'CONTAIN_ANY_OF', 'BETWEEN'].includes(type)) return { field, type, values: [text] };
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch {
    throw invalidParam('filter_value: Must be a JSON array as a string.');
  }
  if (!Array.isArray(values)) throw invalidParam('filter_value: Must be a JSON array as a string.');
  if (/_ids/.test(field) && values.length > MAX_IDS)
    throw invalidParam(`filter_value: Up to ${MAX_IDS} ids are supported.`);
  return { field, type, values: values.map(String) };
}

/** @param isWhole creatives count with their Upgraded Smart+ ad, also when they were removed from it */
function adTest(
  state: BusinessState,
  { field, type, values }: Condition,
  now: number,
  isWhole: boolean,
): (ad: Ad) => boolean {
  const read = field === 'ad_status' && isWhole ? wholeAdStatus : AD_FIELDS[field];
  if (!read) throw invalidParam(`filtering: ${field} is not a valid field_name.`);
  if (field.endsWith('_status')) return (ad) => values.some((value) => isStatus(value, read(state, ad, now)));
  if (type === 'NOT_IN') return (ad) => !values.includes(read(state, ad, now));
  if (type === 'MATCH' || type === 'CONTAIN_ANY_OF')
    return (ad) => values.some((value) => read(state, ad, now).toLowerCase().includes(value.toLowerCase()));
  return (ad) => values.includes(read(state, ad, now));
}

function isStatus(wanted: string, secondary: string): boolean {
  const primary = PRIMARY_STATUSES.find((name) => name === wanted);
  return primary ? matchesPrimary(primary, secondary) : secondary === wanted;
}

const AD_FIELDS: Readonly<Record<string, (state: BusinessState, ad: Ad, now: number) => string>> = {
  campaign_ids: (_state, ad) => ad.campaignId,
  adgroup_ids: (_state, ad) => ad.adgroupId,
  ad_ids: (_state, ad) => ad.id,
  ad_ids_v2: (_state, ad) => ad.smartPlusAdId ?? ad.id,
  campaign_name: (state, ad) => state.tables.campaigns.get(ad.campaignId)?.name ?? '',
  adgroup_name: (state, ad) => state.tables.adgroups.get(ad.adgroupId)?.name ?? '',
  ad_name: (_state, ad) => ad.name,
  objective_type: (state, ad) => state.tables.campaigns.get(ad.campaignId)?.objectiveType ?? '',
  buying_type: () => 'AUCTION',
  campaign_automation_type: (state, ad) => automationOf(state, ad),
  campaign_status: (state, ad) => {
    const campaign = state.tables.campaigns.get(ad.campaignId);
    return campaign ? campaignStatus(state, campaign) : '';
  },
  adgroup_status: (state, ad, now) => {
    const group = state.tables.adgroups.get(ad.adgroupId);
    return group ? adGroupStatus(state, group, [ad], now) : '';
  },
  ad_status: adStatus,
};

function compare(value: number, { type, values }: Condition): boolean {
  const [first = 0, second = 0] = values.map(Number);
  switch (type) {
    case 'GREATER_EQUAL':
      return value >= first;
    case 'GREATER_THAN':
      return value > first;
    case 'LOWER_EQUAL':
      return value <= first;
    case 'LOWER_THAN':
      return value < first;
    case 'BETWEEN':
      return value >= first && value <= second;
    default:
      return values.map(Number).includes(value) !== (type === 'NOT_IN');
  }
}

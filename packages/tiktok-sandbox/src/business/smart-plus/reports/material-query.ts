import { invalidParam, missing } from '../../wire/business-error.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { parseDay } from '../../wire/time-text.js';
import { wordsOf } from '../../wire/words.js';
import { metricNamed } from '../../reports/metrics.js';

export const MATERIAL_DIMENSIONS = wordsOf(`
  campaign_id adgroup_id smart_plus_ad_id main_material_id main_material_type`);
const TIME_DIMENSIONS = ['stat_time_day', 'stat_time_hour'] as const;

/** A material report as it was asked for, checked. */
export interface MaterialQuery {
  readonly ids: readonly string[];
  readonly time: (typeof TIME_DIMENSIONS)[number] | null;
  /** Both as midnights in UTC; null is ever. */
  readonly days: { readonly from: number; readonly to: number } | null;
  readonly inUtc: false;
  readonly metrics: readonly string[];
  readonly sortField: string;
  readonly isAscending: boolean;
}

/** @param hasTime breakdowns only: rows by day or hour, of given days. @throws BusinessError 40002 */
export function readMaterialQuery({ params }: AdvertiserCall, hasTime: boolean): MaterialQuery {
  const dimensions = [...new Set(params.requireTexts('dimensions'))];
  const times = TIME_DIMENSIONS.filter((name) => hasTime && dimensions.includes(name));
  const ids = dimensions.filter((name) => !times.some((time) => time === name));
  const unknown = ids.find((name) => !MATERIAL_DIMENSIONS.includes(name));
  if (unknown !== undefined) throw invalidParam(`dimensions: ${unknown} is not a valid dimension.`);
  if (times.length > 1) throw invalidParam('dimensions: Only one time dimension is supported.');
  const metrics = params.texts('metrics') ?? ['spend', 'impressions'];
  const sortField = params.text('sort_field') ?? 'spend';
  const stranger = [...metrics, sortField].find((name) => !metricNamed(name));
  if (stranger !== undefined) throw invalidParam(`metrics: ${stranger} is not a valid metric.`);
  const isEver = !hasTime && (params.flag('query_lifetime') ?? false);
  const days = isEver ? null : { from: readDay(params, 'start_date'), to: readDay(params, 'end_date') };
  if (days && days.to < days.from) throw invalidParam('end_date: Must not be before start_date.');
  const isAscending = params.oneOf('sort_type', ['ASC', 'DESC']) === 'ASC';
  return { ids, time: times[0] ?? null, days, inUtc: false, metrics, sortField, isAscending };
}

function readDay(params: AdvertiserCall['params'], key: string): number {
  const text = params.text(key);
  if (text === undefined) throw missing(key);
  const day = parseDay(text);
  if (day === undefined) throw invalidParam(`${key}: Not a valid date, use YYYY-MM-DD.`);
  return day;
}

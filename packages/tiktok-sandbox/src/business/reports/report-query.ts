import type { Advertiser } from '../advertisers/advertiser.js';
import { grantedAdvertiser } from '../wire/admission.js';
import type { GrantedCall } from '../wire/business-call.js';
import { invalidParam, missing } from '../wire/business-error.js';
import type { Params } from '../wire/params.js';
import { parseDay } from '../wire/time-text.js';
import { DAY_MS } from './advertiser-day.js';
import { type Level, LEVELS, levelOfAttribute } from './attributes.js';
import {
  DATA_LEVELS,
  ID_DIMENSIONS,
  kindsOfBreakdown,
  LEVEL_OF,
  REPORT_TYPES,
  TIME_DIMENSIONS,
} from './dimensions.js';
import { isDimensionOfEmpty, isFilled, isMetricOfEmpty } from './empty-reports.js';
import { metricNamed } from './metrics.js';
import { areRelated } from './relations.js';

const MAX_ADVERTISERS = 5;
const HOUR_SPAN_DAYS = 1;
const DAY_SPAN_DAYS = 30;
const LONGEST_SPAN_DAYS = 365;

/** A report as it was asked for, checked. */
export interface ReportQuery {
  readonly reportType: (typeof REPORT_TYPES)[number];
  readonly advertisers: readonly Advertiser[];
  readonly isMulti: boolean;
  readonly level: Level;
  readonly ids: readonly string[];
  readonly time: (typeof TIME_DIMENSIONS)[number] | null;
  readonly breakdowns: readonly string[];
  readonly dimensions: readonly string[];
  readonly metrics: readonly string[];
  /** Days from and until (inclusive) as midnights in UTC, shifted to each advertiser's time later; null is ever. */
  readonly days: { readonly from: number; readonly to: number } | null;
  readonly inUtc: boolean;
}

/** @param hasSpanLimit asynchronous reports have none. @throws BusinessError 40001, 40002 */
export function readReportQuery(call: GrantedCall, params: Params, hasSpanLimit: boolean): ReportQuery {
  const reportType = params.requireOneOf('report_type', REPORT_TYPES);
  const several = params.texts('advertiser_ids', { min: 1, max: MAX_ADVERTISERS });
  const advertisers = readAdvertisers(call, params, reportType, several);
  params.oneOf('service_type', ['AUCTION', 'RESERVATION']);
  const needsLevel = ['BASIC', 'AUDIENCE', 'CATALOG'].includes(reportType);
  const dataLevel = needsLevel
    ? params.requireOneOf('data_level', DATA_LEVELS)
    : (params.oneOf('data_level', DATA_LEVELS) ?? 'AUCTION_ADVERTISER');
  const level = LEVEL_OF[dataLevel];
  const dimensions = [...new Set(params.requireTexts('dimensions'))];
  const split = splitDimensions(dimensions, reportType, several !== undefined);
  const fallback = reportType === 'TT_SHOP' ? ['spend', 'billed_cost'] : ['spend', 'impressions'];
  const metrics = params.texts('metrics') ?? fallback;
  checkRelation(reportType, level, split, metrics, hasSpanLimit);
  return {
    ...split,
    reportType,
    advertisers,
    isMulti: several !== undefined,
    level,
    dimensions,
    metrics,
    days: readDays(params, split.time, split.breakdowns.length > 0, hasSpanLimit),
    inUtc: params.flag('multi_adv_report_in_utc_time') ?? false,
  };
}

function readAdvertisers(
  call: GrantedCall,
  params: Params,
  reportType: string,
  several: string[] | undefined,
): Advertiser[] {
  if (reportType === 'BC') {
    params.requireText('bc_id');
    return [];
  }
  if (several && !['BASIC', 'AUDIENCE'].includes(reportType))
    throw invalidParam(`advertiser_ids: Not supported for report_type ${reportType}.`);
  // The list wins over the single one.
  return (several ?? [params.requireText('advertiser_id')]).map((id) =>
    grantedAdvertiser(call, call.grant, id),
  );
}

function isId(name: string): boolean {
  return Object.hasOwn(ID_DIMENSIONS, name);
}

function splitDimensions(
  dimensions: readonly string[],
  reportType: ReportQuery['reportType'],
  isMulti: boolean,
): Pick<ReportQuery, 'ids' | 'time' | 'breakdowns'> {
  const ids = dimensions.filter((name) => isId(name));
  const times = TIME_DIMENSIONS.filter((name) => dimensions.includes(name));
  const breakdowns = dimensions.filter(
    (name) => !isId(name) && !(TIME_DIMENSIONS as readonly string[]).includes(name),
  );
  if (ids.length > (isMulti ? 2 : 1)) throw invalidParam('dimensions: Only one id dimension is supported.');
  if (times.length > 1) throw invalidParam('dimensions: Only one time dimension is supported.');
  for (const name of breakdowns) {
    const kinds = kindsOfBreakdown(name);
    if (!kinds && !isDimensionOfEmpty(name))
      throw invalidParam(`dimensions: ${name} is not a valid dimension.`);
    if (isFilled(reportType) && !kinds?.includes(reportType)) throw noRelation([name]);
  }
  if (reportType === 'AUDIENCE' && breakdowns.length === 0)
    throw invalidParam('dimensions: An audience dimension is required for report_type AUDIENCE.');
  return { ids, time: times[0] ?? null, breakdowns };
}

function depth(name: Level): number {
  return LEVELS.indexOf(name);
}

/** Metrics must fit the level and the dimensions. @throws BusinessError 40002 */
function checkRelation(
  reportType: ReportQuery['reportType'],
  level: Level,
  { ids, breakdowns }: Pick<ReportQuery, 'ids' | 'breakdowns'>,
  metrics: readonly string[],
  isSync: boolean,
): void {
  const unknown = metrics.find(
    (name) => !levelOfAttribute(name) && !metricNamed(name) && !isMetricOfEmpty(name),
  );
  if (unknown !== undefined) throw invalidParam(`metrics: ${unknown} is not a valid metric.`);
  // Without rows, nothing has to fit.
  if (!isFilled(reportType)) return;
  const tooDeep = ids.find((name) => depth(ID_DIMENSIONS[name] ?? 'advertiser') > depth(level));
  if (tooDeep !== undefined) throw noRelation([tooDeep]);
  const deepest = Math.max(0, ...ids.map((name) => depth(ID_DIMENSIONS[name] ?? 'advertiser')));
  const unrelated = metrics.filter((name) => {
    const attribute = levelOfAttribute(name);
    if (!attribute && isMetricOfEmpty(name)) return true;
    if (attribute) return depth(attribute) > deepest;
    return !breakdowns.every((dimension) => areRelated(name, dimension, reportType === 'AUDIENCE', isSync));
  });
  if (unrelated.length > 0) throw noRelation(unrelated);
}

function noRelation(names: readonly string[]) {
  return invalidParam(`The input metrics and dimensions have no relation: ${names.join(', ')}.`);
}

function readDays(
  params: Params,
  time: string | null,
  hasBreakdown: boolean,
  hasSpanLimit: boolean,
): ReportQuery['days'] {
  if (params.flag('query_lifetime')) {
    if (time !== null || hasBreakdown)
      throw invalidParam('query_lifetime: Not supported with time, audience or country dimensions.');
    return null;
  }
  const [from, to] = ['start_date', 'end_date'].map((key) => {
    const day = parseDay(params.requireText(key));
    if (day === undefined) throw invalidParam(`${key}: Not a valid date, use YYYY-MM-DD.`);
    return day;
  });
  if (from === undefined || to === undefined) throw missing('start_date');
  if (to < from) throw invalidParam('end_date: Must not be before start_date.');
  const span = (to - from) / DAY_MS + 1;
  const longest =
    time === 'stat_time_hour' ? HOUR_SPAN_DAYS : time === null ? LONGEST_SPAN_DAYS : DAY_SPAN_DAYS;
  if (hasSpanLimit && span > longest)
    throw invalidParam(`start_date: The time range must be at most ${longest} days.`);
  return { from, to };
}

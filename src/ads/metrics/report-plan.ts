import { inBatches } from '../../common/index.js';
import { MAX_REPORT_IDS, type ReportQuery } from '../../tiktok/index.js';
import { splitDays, type Span } from '../reports/days.js';
import { DAYS_PER_CALL, type Level, type Step, WIRE_LEVELS } from '../reports/levels.js';
import { breakdownOf, type BreakdownName } from './tables/breakdowns.js';

/** A checked question about figures. */
export interface MetricsQuestion extends Span {
  accountId: string;
  level: Level;
  /** Objects of the level; empty for all. */
  ids: readonly string[];
  /** Only objects of these campaigns; empty for all. */
  campaignIds: readonly string[];
  metrics: readonly string[];
  breakdown: BreakdownName;
  step: Step;
}

/** One call to TikTok, which has one or more pages. */
export type PlannedCall = Omit<ReportQuery, 'page' | 'pageSize'>;

/** Splits a question into calls that TikTok takes: spans by time, then ids in batches. */
export function planCalls(question: MetricsQuestion): PlannedCall[] {
  const { level, step, breakdown, metrics } = question;
  const { dataLevel } = WIRE_LEVELS[level];
  const { reportType } = breakdownOf(breakdown);
  const dimensions = dimensionsOf(question);
  return splitDays(question, DAYS_PER_CALL[step]).flatMap(({ from, to }) =>
    filtersOf(question).map((filters) => ({ reportType, dataLevel, dimensions, metrics, from, to, filters })),
  );
}

const TIME_DIMENSIONS: Readonly<Record<Step, readonly string[]>> = {
  total: [],
  day: ['stat_time_day'],
  hour: ['stat_time_hour'],
};

function dimensionsOf({ level, step, breakdown }: MetricsQuestion): string[] {
  const { dimension } = breakdownOf(breakdown);
  return [
    WIRE_LEVELS[level].idDimension,
    ...TIME_DIMENSIONS[step],
    ...(dimension === null ? [] : [dimension]),
  ];
}

/** Returns the filters of each batch. Without a status filter, TikTok would leave out what is deleted. */
function filtersOf({ level, ids, campaignIds }: MetricsQuestion): PlannedCall['filters'][] {
  const { idFilter, statusFilter } = WIRE_LEVELS[level];
  const shared = [
    ...(statusFilter === undefined ? [] : [{ field: statusFilter, values: ['STATUS_ALL'] }]),
    ...(campaignIds.length === 0 ? [] : [{ field: 'campaign_ids', values: campaignIds }]),
  ];
  const batches = inBatches([...new Set(ids)], MAX_REPORT_IDS);
  if (idFilter === undefined || batches.length === 0) return [shared];
  return batches.map((values) => shared.concat({ field: idFilter, values }));
}

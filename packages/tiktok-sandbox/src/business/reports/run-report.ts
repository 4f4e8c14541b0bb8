import type { GrantedCall } from '../wire/business-call.js';
import { invalidParam } from '../wire/business-error.js';
import type { Params } from '../wire/params.js';
import { isFilled } from './empty-reports.js';
import { readReportFilter } from './report-filter.js';
import { type ReportQuery, readReportQuery } from './report-query.js';
import { metricsOf, type ReportRow, reportRows } from './report-rows.js';

/** A synchronous report shows so many ads at most, the newest ones. */
const MOST_ADS = 20_000;

export interface Report {
  readonly query: ReportQuery;
  readonly rows: ReportRow[];
  readonly total: Record<string, string>;
  readonly isCut: boolean;
}

/** @param isSync asynchronous reports have no span limit and are not cut. @throws BusinessError */
export function runReport(call: GrantedCall, params: Params, isSync: boolean): Report {
  const query = readReportQuery(call, params, isSync);
  const filter = readReportFilter(call.state, params, query, call.now);
  let isCut = false;
  const { rows, total } = reportRows(call.world, query, filter, (advertiser) => {
    const ads = isFilled(query.reportType) ? call.tables.ads.of(advertiser.id) : [];
    if (!isSync || ads.length <= MOST_ADS) return ads;
    isCut = true;
    return ads.slice(-MOST_ADS);
  });
  const sorted = sortRows(params, query, rows);
  const [advertiser] = query.advertisers;
  const totals = advertiser ? metricsOf(call.world, query, query.metrics, { advertiser }, total) : {};
  return { query, rows: sorted, total: totals, isCut };
}

/** Rows have no order unless one is asked for. */
function sortRows(params: Params, { metrics }: ReportQuery, rows: ReportRow[]): ReportRow[] {
  const field = params.text('order_field');
  const direction = params.oneOf('order_type', ['ASC', 'DESC']) === 'ASC' ? 1 : -1;
  if (field === undefined) return rows;
  if (!metrics.includes(field)) throw invalidParam(`order_field: ${field} must be one of the metrics.`);
  const value = (row: ReportRow): number => Number(row.metrics[field]) || 0;
  return rows.toSorted((a, b) => direction * (value(a) - value(b)));
}

import { Injectable } from '@nestjs/common';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import { BusinessClient } from './business-client.js';

export type ReportType = 'BASIC' | 'AUDIENCE';
export type ReportDataLevel = 'AUCTION_ADVERTISER' | 'AUCTION_CAMPAIGN' | 'AUCTION_ADGROUP' | 'AUCTION_AD';

export interface ReportFilter {
  field: string;
  /** Sent as TikTok's `IN`. */
  values: readonly string[];
}

/** TikTok's maximum number of ids in a filter. */
export const MAX_REPORT_IDS = 100;
/** TikTok's maximum number of rows per page. */
export const MAX_REPORT_ROWS = 1_000;

export interface ReportQuery {
  reportType: ReportType;
  dataLevel: ReportDataLevel;
  /** At most one id dimension and one time dimension. */
  dimensions: readonly string[];
  metrics: readonly string[];
  /** First and last day, both included, as YYYY-MM-DD in the account's time zone. */
  from: string;
  to: string;
  filters: readonly ReportFilter[];
  /** From 1. */
  page: number;
  /** At most 1,000. */
  pageSize: number;
}

/** Values are texts: a decimal, a name, or `-` for what does not apply. */
export interface ReportRow {
  dimensions?: Record<string, unknown>;
  metrics?: Record<string, unknown>;
}

export interface ReportPage {
  rows: ReportRow[];
  isLast: boolean;
  /** TikTok shows the newest 20,000 ads only, and this report has more. */
  isCut: boolean;
}

interface WireReport {
  list?: ReportRow[] | null;
  page_info?: { page?: number; total_page?: number } | null;
}

const CUT_HEADER = 'x-tt-ads-throttle';

@Injectable()
export class ReportApi {
  constructor(private readonly client: BusinessClient) {}

  /**
   * Reads a page of figures. One call spans at most 1 day with hours, 30 days with days, and 365 days without.
   * https://business-api.tiktok.com/portal/docs?id=1740302848100353
   */
  async integrated(caller: AdCaller, query: ReportQuery): Promise<ReportPage> {
    const { data, headers } = await this.client.getAnswer<WireReport>(
      advertiserCaller(caller),
      '/report/integrated/get/',
      { advertiser_id: caller.advertiserId, ...toWire(query) },
    );
    const rows = Array.isArray(data.list) ? data.list : [];
    // A full page without a page count may have a successor.
    const lastPage = data.page_info?.total_page ?? (rows.length < query.pageSize ? query.page : Infinity);
    return { rows, isLast: rows.length === 0 || query.page >= lastPage, isCut: isSet(headers[CUT_HEADER]) };
  }
}

function toWire({
  reportType,
  dataLevel,
  dimensions,
  metrics,
  from,
  to,
  filters,
  page,
  pageSize,
}: ReportQuery) {
  return {
    report_type: reportType,
    service_type: 'AUCTION',
    data_level: dataLevel,
    dimensions,
    metrics,
    start_date: from,
    end_date: to,
    filtering: filters.length === 0 ? undefined : filters.map(toWireFilter),
    page,
    page_size: pageSize,
  };
}

/** The value is JSON inside a text, although the filter itself is JSON already. */
function toWireFilter({ field, values }: ReportFilter) {
  return { field_name: field, filter_type: 'IN', filter_value: JSON.stringify(values) };
}

function isSet(header: string | string[] | undefined): boolean {
  return header !== undefined && header !== '' && header !== 'false' && header !== '0';
}

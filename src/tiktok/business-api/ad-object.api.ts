import { Injectable } from '@nestjs/common';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import { AD_OBJECT_ENDPOINTS, type AdFamily, type AdLevel } from './ad-object.endpoints.js';
import { BusinessClient } from './business-client.js';
import type { BusinessResult } from './business-envelope.js';
import { statusResults, type StatusResult } from './status-results.js';

/** A campaign, ad group or ad with TikTok's own field names. */
export type AdRow = Readonly<Record<string, unknown>>;
/** The body of a call with TikTok's own field names. */
export type WireBody = Readonly<Record<string, unknown>>;

export interface AdFilter {
  /** At most 100 ids. */
  ids?: readonly string[];
  campaign_ids?: readonly string[];
  adgroup_ids?: readonly string[];
  /** A part of the name. Upgraded Smart+ ads have no such filter. */
  name?: string;
  primary_status?: string;
  /** UTC, `YYYY-MM-DD HH:MM:SS`. */
  creation_filter_start_time?: string;
}

export interface AdPage {
  rows: AdRow[];
  /** The number of pages. */
  pages: number;
}

/** The kind of object of a call. */
export interface AdKind {
  family: AdFamily;
  level: AdLevel;
}

export type OperationStatus = 'ENABLE' | 'DISABLE' | 'DELETE';

/** The answer to a write, with TikTok's id of the request. */
export interface Written<T> {
  data: T;
  requestId: string | undefined;
}

/** TikTok's maximum number of ids in one change of status. */
export const MAX_STATUS_IDS = 20;
export const MAX_AD_PAGE = 1000;

/** Campaigns, ad groups and ads of both families. TikTok creates them enabled unless the body says DISABLE. */
@Injectable()
export class AdObjectApi {
  constructor(private readonly client: BusinessClient) {}

  async page(
    caller: AdCaller,
    kind: AdKind,
    filter: AdFilter,
    page = 1,
    size = MAX_AD_PAGE,
  ): Promise<AdPage> {
    const { path } = endpointOf(kind);
    const query = {
      advertiser_id: caller.advertiserId,
      filtering: filtering(kind, filter),
      page,
      page_size: size,
    };
    const data = await this.client.get<{ list?: AdRow[]; page_info?: { total_page?: number } }>(
      advertiserCaller(caller),
      `${path}/get/`,
      query,
    );
    const rows = Array.isArray(data.list) ? data.list : [];
    return { rows, pages: data.page_info?.total_page ?? 1 };
  }

  /** Never send it twice for one object. @returns its id, undefined if TikTok did not send one */
  async create(
    caller: AdCaller,
    kind: AdKind,
    body: WireBody,
  ): Promise<Written<{ id: string | undefined; row: AdRow }>> {
    const { data, requestId } = await this.post(caller, `${endpointOf(kind).path}/create/`, body);
    const row = firstOf(data);
    return { requestId, data: { id: idOf(kind, data, row), row } };
  }

  async update(caller: AdCaller, kind: AdKind, body: WireBody): Promise<Written<AdRow>> {
    const { data, requestId } = await this.post(caller, `${endpointOf(kind).path}/update/`, body);
    return { requestId, data };
  }

  /** @param ids at most 20. @returns one result per id: TikTok may succeed for some only, even with code 0 */
  async setStatus(
    caller: AdCaller,
    kind: AdKind,
    ids: readonly string[],
    status: OperationStatus,
  ): Promise<Written<StatusResult[]>> {
    const endpoint = endpointOf(kind);
    const body = {
      [endpoint.ids]: ids,
      operation_status: status,
      ...(kind.family === 'manual' && kind.level === 'ad_group' && { allow_partial_success: true }),
    };
    const { data, requestId } = await this.post(caller, `${endpoint.path}/status/update/`, body);
    return { requestId, data: statusResults(endpoint, ids, data) };
  }

  private post(caller: AdCaller, path: string, body: WireBody): Promise<BusinessResult<AdRow>> {
    return this.client.postPartly<AdRow>(advertiserCaller(caller), path, {
      advertiser_id: caller.advertiserId,
      ...body,
    });
  }
}

function endpointOf({ family, level }: AdKind) {
  return AD_OBJECT_ENDPOINTS[family][level];
}

function filtering(kind: AdKind, { ids, name, ...others }: AdFilter): Record<string, unknown> {
  const endpoint = endpointOf(kind);
  const hasName = name !== undefined && !(kind.family === 'us_plus' && kind.level === 'ad');
  return { ...(ids && { [endpoint.ids]: ids }), ...(hasName && { [endpoint.name]: name }), ...others };
}

/** The ads of a manual ad group come as a list of creatives. */
function firstOf(data: AdRow): AdRow {
  const [first] = Array.isArray(data.creatives) ? (data.creatives as AdRow[]) : [];
  return first ?? data;
}

function idOf(kind: AdKind, data: AdRow, row: AdRow): string | undefined {
  const endpoint = endpointOf(kind);
  const [listed] = Array.isArray(data[endpoint.ids]) ? (data[endpoint.ids] as unknown[]) : [];
  const id = row[endpoint.id] ?? listed;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

import { Injectable } from '@nestjs/common';
import type { FormFile } from '../http/form-body.js';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import { BusinessClient } from './business-client.js';

export const AUDIENCE_UPDATES = ['APPEND', 'REMOVE', 'REPLACE'] as const;
export type AudienceUpdate = (typeof AUDIENCE_UPDATES)[number];

export const LOOKALIKE_SIZES = ['NARROW', 'BALANCED', 'BROAD'] as const;
export type LookalikeSize = (typeof LOOKALIKE_SIZES)[number];

/** An audience as TikTok shows it. Until matching has ended, `is_valid` is false and `cover_num` is 0. */
export interface AudienceDetails {
  audience_id: string;
  name?: string;
  /** Matched users. */
  cover_num?: number;
  is_valid?: boolean;
  is_expiring?: boolean;
  /** UTC, `YYYY-MM-DD HH:MM:SS`. */
  create_time?: string;
  expired_time?: string;
  msg?: string;
  error_msg?: string;
}

export interface AudienceChange {
  action?: string;
  action_detail?: string;
  /** `open_api` for changes by the API. */
  editor?: string;
  msg?: string;
  opt_time?: string;
}

export interface AudienceState {
  audience_details: AudienceDetails;
  audience_history?: AudienceChange[];
}

export interface NewAudience {
  custom_audience_name: string;
  file_paths: readonly string[];
  /** Absent: 365 days from the last use. */
  retention_in_days?: number;
}

export interface LookalikeSpec {
  source_audience_id: string;
  audience_size: LookalikeSize;
  include_source: boolean;
  location_ids: readonly string[];
  mobile_os?: string;
  placements?: readonly string[];
}

interface Page<T> {
  list?: T[];
  page_info?: { total_page?: number };
}

/** One kind for all audiences: rows of hashed addresses, phone numbers and device ids, named in the header. */
const CALCULATE_TYPE = 'MULTIPLE_TYPES';
const PAGE_SIZE = 100;

/** TikTok's maximum number of ids per call. */
export const MAX_AUDIENCE_IDS = 100;

/** Customer file audiences and lookalikes. https://business-api.tiktok.com/portal/docs?id=1739940570793985 */
@Injectable()
export class AudienceApi {
  constructor(private readonly client: BusinessClient) {}

  /** Uploads a part. Harmless to repeat: nothing uses a file before an audience names it. @returns its path */
  async uploadFile(
    caller: AdCaller,
    file: Omit<FormFile, 'field' | 'mediaType'>,
    md5: string,
  ): Promise<string> {
    const fields = {
      advertiser_id: caller.advertiserId,
      file_signature: md5,
      calculate_type: CALCULATE_TYPE,
    };
    const { file_path: path } = await this.client.postForm<{ file_path?: string }>(
      advertiserCaller(caller),
      '/dmp/custom_audience/file/upload/',
      fields,
      { ...file, field: 'file', mediaType: 'text/csv' },
    );
    if (typeof path !== 'string' || path === '') throw new Error('TikTok sent no path for the uploaded file');
    return path;
  }

  /** @returns TikTok's id; undefined if it sent none */
  async create(caller: AdCaller, audience: NewAudience): Promise<string | undefined> {
    const body = { ...audience, calculate_type: CALCULATE_TYPE };
    const data = await this.post<{ custom_audience_id?: string }>(caller, 'create', body);
    return idOf(data.custom_audience_id);
  }

  async update(
    caller: AdCaller,
    audienceId: string,
    action: AudienceUpdate,
    paths: readonly string[],
  ): Promise<void> {
    await this.post(caller, 'update', { custom_audience_id: audienceId, action, file_paths: paths });
  }

  /** @param mode undefined disconnects */
  async apply(
    caller: AdCaller,
    audienceId: string,
    adGroupIds: readonly string[],
    mode: 'Include' | 'Exclude' | undefined,
  ): Promise<void> {
    const body = {
      custom_audience_id: audienceId,
      adgroup_ids: adGroupIds,
      action_mode: mode === undefined ? 'Disconnect' : 'Apply',
      ...(mode && { usage_mode: mode }),
    };
    await this.post(caller, 'apply', body);
  }

  async delete(caller: AdCaller, audienceId: string): Promise<void> {
    await this.post(caller, 'delete', { custom_audience_ids: [audienceId] });
  }

  /** @returns TikTok's id; undefined if it sent none */
  async createLookalike(caller: AdCaller, name: string, spec: LookalikeSpec): Promise<string | undefined> {
    const body = { custom_audience_name: name, lookalike_spec: spec };
    const data = await this.post<{ custom_audience_id?: string }>(caller, 'lookalike/create', body);
    return idOf(data.custom_audience_id);
  }

  /** @param ids at most 100. Those that TikTok no longer has are absent */
  async get(caller: AdCaller, ids: readonly string[]): Promise<AudienceState[]> {
    const { list } = await this.read<Page<AudienceState>>(caller, 'get', {
      custom_audience_ids: ids,
      history_size: 100,
    });
    return list ?? [];
  }

  /** All audiences of the account, page by page. */
  async *all(caller: AdCaller): AsyncGenerator<AudienceDetails> {
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const answer = await this.read<Page<AudienceDetails>>(caller, 'list', { page, page_size: PAGE_SIZE });
      pages = answer.page_info?.total_page ?? 1;
      yield* answer.list ?? [];
    }
  }

  private post<Data>(caller: AdCaller, name: string, body: object): Promise<Data> {
    const given = { advertiser_id: caller.advertiserId, ...body };
    return this.client.post<Data>(advertiserCaller(caller), `/dmp/custom_audience/${name}/`, given);
  }

  private read<Data>(caller: AdCaller, name: string, query: Record<string, number | readonly string[]>) {
    const given = { advertiser_id: caller.advertiserId, ...query };
    return this.client.get<Data>(advertiserCaller(caller), `/dmp/custom_audience/${name}/`, given);
  }
}

function idOf(id: unknown): string | undefined {
  return typeof id === 'string' && id !== '' ? id : undefined;
}

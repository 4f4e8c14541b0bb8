import { Injectable } from '@nestjs/common';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import { BusinessClient } from './business-client.js';

/** Rows of one call. TikTok documents no limit; 1,000 rows are what others use in production. */
export const MAX_SEGMENT_ROWS = 1000;

/** TikTok shortens longer names. */
export const MAX_SEGMENT_NAME = 70;

/** Audiences that take rows of hashes directly, without files. */
@Injectable()
export class SegmentApi {
  constructor(private readonly client: BusinessClient) {}

  /** @returns TikTok's id; undefined if it sent none */
  async create(caller: AdCaller, name: string): Promise<string | undefined> {
    const body = { advertiser_id: caller.advertiserId, action: 'create', custom_audience_name: name };
    const { audience_id: id } = await this.client.post<{ audience_id?: string }>(
      advertiserCaller(caller),
      '/segment/audience/',
      body,
    );
    return typeof id === 'string' && id !== '' ? id : undefined;
  }

  async delete(caller: AdCaller, audienceId: string): Promise<void> {
    const body = { advertiser_id: caller.advertiserId, action: 'delete', delete_audience_id: audienceId };
    await this.client.post(advertiserCaller(caller), '/segment/audience/', body);
  }

  /**
   * Adds or removes customers. Repeating it changes nothing.
   * @param rows hashes in the order of the schema, '' where one is missing; at most 1,000
   */
  async map(
    caller: AdCaller,
    audienceId: string,
    action: 'add' | 'delete',
    schema: readonly string[],
    rows: readonly (readonly string[])[],
  ): Promise<void> {
    const batch = rows.map((row) => row.map((id) => (id === '' ? {} : { id, audience_ids: [audienceId] })));
    const body = {
      advertiser_ids: [caller.advertiserId],
      action,
      id_schema: schema,
      batch_data: batch,
    };
    await this.client.post(advertiserCaller(caller), '/segment/mapping/', body);
  }
}

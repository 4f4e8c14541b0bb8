import { Injectable } from '@nestjs/common';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import { BusinessClient } from './business-client.js';
import type { QueryValue } from './business-url.js';

/** What TikTok answers to a read that has no types here. */
export interface AdReading {
  data: unknown;
  /** TikTok's support asks for it; null if TikTok sent none. */
  requestId: string | null;
}

/** Reads endpoints of an ad account that no other class knows. */
@Injectable()
export class AdReadApi {
  constructor(private readonly client: BusinessClient) {}

  /** @param path as in TikTok's reference, with the final slash. The caller checks that it only reads */
  async get(caller: AdCaller, path: string, query: Record<string, QueryValue>): Promise<AdReading> {
    const { data, requestId } = await this.client.getAnswer<unknown>(advertiserCaller(caller), path, {
      ...query,
      advertiser_id: caller.advertiserId,
    });
    return { data, requestId };
  }
}

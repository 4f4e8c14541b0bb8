import { Injectable } from '@nestjs/common';
import type { Priority } from '../rate-limits/rated-call.js';
import { ADVERTISER_TOKEN } from '../http/token-family.js';
import { BusinessAppClient } from './business-app-client.js';
import { BusinessClient } from './business-client.js';

/** An ad account. Phone numbers and email addresses are masked. Only requested fields are present. */
export interface Advertiser {
  advertiser_id: string;
  name?: string;
  /** `STATUS_ENABLE`, `STATUS_LIMIT` (punished), … */
  status?: string;
  role?: string;
  company?: string;
  /** ISO 4217. All amounts of the account use it. */
  currency?: string;
  /** In `Etc/GMT-9` style, with an inverted sign. */
  timezone?: string;
  /** IANA name. */
  display_timezone?: string;
  country?: string;
  balance?: number;
  /** UTC seconds. */
  create_time?: number;
  owner_bc_id?: string;
  rejection_reason?: string;
}

/** An ad account that a token may use. */
export interface GrantedAdvertiser {
  advertiser_id: string;
  advertiser_name: string;
}

/** TikTok's maximum number of ids per call. */
export const MAX_ADVERTISERS = 100;

const FIELDS = [
  'advertiser_id',
  'name',
  'status',
  'role',
  'company',
  'currency',
  'timezone',
  'display_timezone',
  'country',
  'balance',
  'create_time',
  'owner_bc_id',
  'rejection_reason',
] as const satisfies readonly (keyof Advertiser)[];

@Injectable()
export class AdvertiserApi {
  constructor(
    private readonly client: BusinessClient,
    private readonly appClient: BusinessAppClient,
  ) {}

  /**
   * Returns all ad accounts that the token may use. https://business-api.tiktok.com/portal/docs?id=1738455508553729
   * @returns undefined if the response has no list, which differs from an empty one
   */
  async granted(
    credentialId: string,
    priority: Priority = 'background',
  ): Promise<GrantedAdvertiser[] | undefined> {
    const { id, secret } = this.appClient.app;
    const caller = { credentialId, family: ADVERTISER_TOKEN, priority };
    const query = { app_id: id, secret };
    const { list } = await this.client.get<{ list?: GrantedAdvertiser[] }>(
      caller,
      '/oauth2/advertiser/get/',
      query,
    );
    return Array.isArray(list) ? list : undefined;
  }

  /**
   * @param advertiserIds at most 100. One without permission fails the whole call with 40001
   * https://business-api.tiktok.com/portal/docs?id=1739593083610113
   */
  async info(
    credentialId: string,
    advertiserIds: readonly string[],
    priority: Priority = 'background',
  ): Promise<Advertiser[]> {
    const query = { advertiser_ids: advertiserIds, fields: FIELDS };
    const caller = { credentialId, family: ADVERTISER_TOKEN, priority };
    const { list } = await this.client.get<{ list?: Advertiser[] }>(caller, '/advertiser/info/', query);
    return Array.isArray(list) ? list : [];
  }
}

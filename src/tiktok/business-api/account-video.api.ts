import { Injectable } from '@nestjs/common';
import type { TimePage } from '../http/page-walk.js';
import { callerFor, type BusinessAccount } from './business-account.js';
import { BusinessClient } from './business-client.js';

/** The requested fields of a post. */
export interface AccountVideo {
  item_id: string;
  /** UTC seconds, as text. */
  create_time?: string;
  caption?: string;
}

const PAGE_SIZE = 20; // TikTok's maximum
const FIELDS = ['item_id', 'create_time', 'caption'];

/** Posts of a TikTok account at the Business API. Needs the scope `video.list`. */
@Injectable()
export class AccountVideoApi {
  constructor(private readonly client: BusinessClient) {}

  /**
   * Returns a page of public posts and of posts shown only as ads, newest first. A page may have fewer posts than requested
   * although there are more. `walkPages` iterates over the pages.
   * @param cursor from the previous page; undefined for the newest page
   * https://business-api.tiktok.com/portal/docs, "Get posts of a TikTok account"
   */
  list(account: BusinessAccount, cursor: string | undefined): Promise<TimePage> {
    return this.client.get(callerFor(account), '/business/video/list/', {
      business_id: account.businessId,
      fields: FIELDS,
      max_count: PAGE_SIZE,
      ...(cursor !== undefined && { cursor }),
    });
  }
}

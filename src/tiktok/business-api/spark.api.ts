import { Injectable } from '@nestjs/common';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import { allPages, MAX_PAGES, type PageInfo } from './ad-pages.js';
import { BusinessClient } from './business-client.js';

/** A creator's post that the ad account may promote. Times are UTC, in either of TikTok's forms. */
export interface SparkPost {
  auth_info?: {
    /** AUTHORIZED, EXPIRED, CANCELED. */
    ad_auth_status?: string | null;
    auth_start_time?: string | null;
    auth_end_time?: string | null;
  } | null;
  item_info?: {
    item_id?: string | null;
    /** VIDEO or CAROUSEL. */
    item_type?: string | null;
    text?: string | null;
    status?: string | null;
    auth_code?: string | null;
  } | null;
  user_info?: {
    identity_id?: string | null;
    identity_type?: string | null;
    tiktok_name?: string | null;
  } | null;
  video_info?: { duration?: number | null; poster_url?: string | null } | null;
}

const MAX_PAGE = 50;

/** As many posts are listed at most. */
export const MAX_SPARK_POSTS = MAX_PAGE * MAX_PAGES;

/** Posts of creators, which they authorise for an ad account with a code. */
@Injectable()
export class SparkApi {
  constructor(private readonly client: BusinessClient) {}

  /** The same code again changes nothing. */
  async authorize(caller: AdCaller, authCode: string): Promise<void> {
    const body = { advertiser_id: caller.advertiserId, auth_code: authCode };
    await this.client.post(advertiserCaller(caller), '/tt_video/authorize/', body);
  }

  /** @throws TikTokApiError if no post is authorised with this code */
  info(caller: AdCaller, authCode: string): Promise<SparkPost> {
    const query = { advertiser_id: caller.advertiserId, auth_code: authCode };
    return this.client.get<SparkPost>(advertiserCaller(caller), '/tt_video/info/', query);
  }

  list(caller: AdCaller): Promise<SparkPost[]> {
    return allPages(MAX_PAGE, async (page) => {
      const query = { advertiser_id: caller.advertiserId, ...page };
      const data = await this.client.get<{ list?: SparkPost[] | null; page_info?: PageInfo }>(
        advertiserCaller(caller),
        '/tt_video/list/',
        query,
      );
      return { list: data.list, pageInfo: data.page_info };
    });
  }

  async unbind(caller: AdCaller, itemId: string): Promise<void> {
    const body = { advertiser_id: caller.advertiserId, item_id: itemId };
    await this.client.post(advertiserCaller(caller), '/tt_video/unbind/', body);
  }
}

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

/** The counters and insights of a post, 24 to 48 h late. They need the scope `video.insights`. */
export const VIDEO_INSIGHT_FIELDS = [
  'video_views',
  'likes',
  'comments',
  'shares',
  'favorites',
  'reach',
  'total_time_watched',
  'average_time_watched',
  'full_video_watched_rate',
  'new_followers',
  'profile_views',
  'website_clicks',
  'phone_number_clicks',
  'lead_submissions',
  'app_download_clicks',
  'email_clicks',
  'address_clicks',
  'video_view_retention',
  'impression_sources',
  'audience_genders',
  'audience_countries',
  'audience_cities',
  'audience_types',
  'engagement_likes',
] as const;

const PAGE_SIZE = 20; // TikTok's maximum
const FIELDS = ['item_id', 'create_time', 'caption'];
const INSIGHTS = ['item_id', 'create_time', 'media_type', ...VIDEO_INSIGHT_FIELDS];

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
    return this.page(account, FIELDS, cursor);
  }

  /** Returns a page of the same list with what TikTok knows of the audience of each post. */
  insights(account: BusinessAccount, cursor: string | undefined): Promise<TimePage> {
    return this.page(account, INSIGHTS, cursor);
  }

  private page(
    account: BusinessAccount,
    fields: readonly string[],
    cursor: string | undefined,
  ): Promise<TimePage> {
    return this.client.get(callerFor(account), '/business/video/list/', {
      business_id: account.businessId,
      fields,
      max_count: PAGE_SIZE,
      ...(cursor !== undefined && { cursor }),
    });
  }
}

import { Injectable } from '@nestjs/common';
import { callerFor, type BusinessAccount } from './business-account.js';
import { BusinessClient } from './business-client.js';

/** Figures of one day, 24 to 48 h late. Some exist only for business accounts. */
export interface AccountDay {
  /** YYYY-MM-DD, UTC. */
  date: string;
  video_views?: number;
  unique_video_views?: number;
  profile_views?: number;
  likes?: number;
  comments?: number;
  shares?: number;
  phone_number_clicks?: number;
  lead_submissions?: number;
  app_download_clicks?: number;
  bio_link_clicks?: number;
  email_clicks?: number;
  address_clicks?: number;
  daily_total_followers?: number;
  daily_new_followers?: number;
  daily_lost_followers?: number;
  followers_count?: number;
  engaged_audience?: number;
  audience_activity?: { hour: string; count: number }[];
}

/** The profile (live), figures by day, and the audience (shares from 0 to 1). Only requested fields are present. */
export interface AccountProfile {
  is_business_account?: boolean;
  /** A signed URL that expires. */
  profile_image?: string;
  username?: string;
  profile_deep_link?: string;
  display_name?: string;
  bio_description?: string;
  is_verified?: boolean;
  following_count?: number;
  followers_count?: number;
  total_likes?: number;
  videos_count?: number;
  metrics?: AccountDay[];
  audience_ages?: { age: string; percentage: number }[];
  audience_genders?: { gender: string; percentage: number }[];
  audience_countries?: { country: string; percentage: number }[];
  audience_cities?: { city_name: string; percentage: number }[];
}

export type AccountField = Exclude<keyof AccountProfile, 'metrics'> | Exclude<keyof AccountDay, 'date'>;

/** The figures of a day that need the scope `user.insights`. */
export const ACCOUNT_DAY_FIELDS = [
  'video_views',
  'unique_video_views',
  'profile_views',
  'likes',
  'comments',
  'shares',
  'phone_number_clicks',
  'lead_submissions',
  'app_download_clicks',
  'bio_link_clicks',
  'email_clicks',
  'address_clicks',
  'daily_total_followers',
  'daily_new_followers',
  'daily_lost_followers',
  'engaged_audience',
  'audience_activity',
] as const satisfies readonly AccountField[];

/** Shares of the audience. They exist from 100 followers on. */
export const AUDIENCE_FIELDS = [
  'audience_ages',
  'audience_genders',
  'audience_countries',
  'audience_cities',
] as const satisfies readonly AccountField[];

export interface AccountQuery {
  /** Each field needs its scope. One that was not granted fails the whole call. */
  fields: readonly AccountField[];
  /** YYYY-MM-DD, UTC, at most 60 days ago. Defaults to the seven days up to yesterday. */
  start_date?: string;
  end_date?: string;
}

@Injectable()
export class AccountApi {
  constructor(private readonly client: BusinessClient) {}

  /** https://business-api.tiktok.com/portal/docs?id=1762228399168514 */
  get(account: BusinessAccount, query: AccountQuery): Promise<AccountProfile> {
    return this.client.get(callerFor(account), '/business/get/', {
      business_id: account.businessId,
      ...query,
    });
  }
}

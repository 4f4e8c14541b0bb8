/** Live fields of `/business/get/`, each with the scope that it needs. Source: business reference §1.2 and §10. */
export const PROFILE_SCOPES = {
  display_name: 'user.info.basic',
  profile_image: 'user.info.basic',
  username: 'user.info.username',
  profile_deep_link: 'user.info.profile',
  bio_description: 'user.info.profile',
  is_verified: 'user.info.profile',
  following_count: 'user.info.stats',
  followers_count: 'user.info.stats',
  total_likes: 'user.info.stats',
  videos_count: 'user.info.stats',
  is_business_account: 'user.account.type',
} as const;

/** Fields of `metrics[]`, one entry for each day; `followers_count` is in it as well. */
export const DAILY_FIELDS = [
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
  'audience_activity',
  'engaged_audience',
] as const;

export const AUDIENCE_FIELDS = [
  'audience_ages',
  'audience_genders',
  'audience_countries',
  'audience_cities',
] as const;

export type ProfileField = keyof typeof PROFILE_SCOPES;
export type DailyField = (typeof DAILY_FIELDS)[number];
export type AudienceField = (typeof AUDIENCE_FIELDS)[number];
export type AccountField = ProfileField | DailyField | AudienceField;

export const ACCOUNT_FIELDS: readonly AccountField[] = [
  ...(Object.keys(PROFILE_SCOPES) as ProfileField[]),
  ...DAILY_FIELDS,
  ...AUDIENCE_FIELDS,
];

export function scopeOfField(field: AccountField): string {
  return field in PROFILE_SCOPES ? PROFILE_SCOPES[field as ProfileField] : 'user.insights';
}

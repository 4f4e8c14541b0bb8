import type { JsonObject } from '../../open-api/api-call.js';
import { coverUrl } from '../../media/signed-url.js';
import { seededRandom } from '../../random.js';
import { countersAt } from '../../videos/growth-curve.js';
import type { Video } from '../../videos/video.js';
import type { BusinessSettings } from '../business-settings.js';
import type { AccountCall } from '../wire/business-call.js';
import { audienceSplit } from './audience-split.js';

/** Live fields, for scope `video.list`. */
const LIVE = [
  'item_id',
  'media_type',
  'is_ad',
  'create_time',
  'thumbnail_url',
  'share_url',
  'embed_url',
  'caption',
  'video_duration',
] as const;

/** Counters and insights, a day or two old, for scope `video.insights`. */
const INSIGHTS = [
  'likes',
  'comments',
  'shares',
  'favorites',
  'reach',
  'video_views',
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

export type BusinessVideoField = (typeof LIVE)[number] | (typeof INSIGHTS)[number];

export const BUSINESS_VIDEO_FIELDS: readonly BusinessVideoField[] = [...LIVE, ...INSIGHTS];

/** Counters for which `video.list` suffices, according to some sources. */
const COUNTERS: ReadonlySet<string> = new Set(['likes', 'comments', 'shares', 'video_views']);

export function scopeOfVideoField(
  { counterScope }: Pick<BusinessSettings, 'counterScope'>,
  field: BusinessVideoField,
): string {
  if ((LIVE as readonly string[]).includes(field)) return 'video.list';
  return COUNTERS.has(field) ? counterScope : 'video.insights';
}

/** A post as the Accounts API shows it. Source: business reference §10. */
export function businessVideo(call: AccountCall, video: Video): Record<BusinessVideoField, unknown> {
  return { ...liveFields(call, video), ...insights(call, video) };
}

function liveFields(call: AccountCall, video: Video): Record<(typeof LIVE)[number], unknown> {
  const isPhoto = video.durationSeconds === 0;
  return {
    item_id: video.id,
    media_type: isPhoto ? 'PHOTO' : 'VIDEO',
    is_ad: false,
    create_time: String(Math.floor(video.createdAt / 1000)),
    thumbnail_url: coverUrl(call, video.id),
    share_url: `https://www.tiktok.com/@${video.username}/${isPhoto ? 'photo' : 'video'}/${video.id}`,
    embed_url: `https://www.tiktok.com/embed/v2/${video.id}`,
    caption: video.caption,
    video_duration: Math.round(video.durationSeconds * 1000) / 1000,
  };
}

function insights(call: AccountCall, video: Video): Record<(typeof INSIGHTS)[number], unknown> {
  const knownUntil = call.now - call.settings.insightDelayHours * 3_600_000;
  const { views, likes, comments, shares } = countersAt(video.curve, knownUntil - video.createdAt);
  const random = seededRandom(`insights/${video.id}`);
  const share = (low: number, high: number): number => Math.floor(views * (low + (high - low) * random()));
  const average = Math.round(video.durationSeconds * (0.2 + 0.4 * random()) * 1000) / 1000;
  return {
    likes,
    comments,
    shares,
    favorites: share(0.004, 0.02),
    reach: share(0.75, 0.92),
    video_views: views,
    total_time_watched: Math.round(views * average),
    average_time_watched: average,
    full_video_watched_rate: Math.round((0.05 + 0.25 * random()) * 10_000) / 10_000,
    new_followers: share(0.001, 0.004),
    profile_views: share(0.005, 0.02),
    website_clicks: share(0, 0.001),
    phone_number_clicks: share(0, 0.0002),
    lead_submissions: share(0, 0.0001),
    app_download_clicks: share(0, 0.0002),
    email_clicks: share(0, 0.0001),
    address_clicks: share(0, 0.0001),
    video_view_retention: perSecond(video, (second) => Math.exp(-second / Math.max(1, average))),
    impression_sources: audienceSplit('impression_source', video.id),
    audience_genders: audienceSplit('gender', video.id),
    audience_countries: audienceSplit('country', video.id),
    audience_cities: audienceSplit('city_name', video.id),
    audience_types: audienceSplit('type', video.id),
    engagement_likes: perSecond(video, (second) => 1 / (2 + second)),
  };
}

function perSecond(video: Video, share: (second: number) => number): JsonObject[] {
  return Array.from({ length: Math.ceil(video.durationSeconds) }, (_, second) => ({
    second: String(second),
    percentage: Math.round(share(second) * 10_000) / 10_000,
  }));
}

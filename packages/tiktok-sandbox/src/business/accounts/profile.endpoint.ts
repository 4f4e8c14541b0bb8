import { followersAt } from '../../accounts/account-seed.js';
import { profileDeepLink } from '../../accounts/deep-link.js';
import { avatarUrl } from '../../media/signed-url.js';
import { oddProfile } from '../../odd-lists/odd-answers.js';
import { likesTotal } from '../../videos/likes-total.js';
import { requireScope } from '../wire/admission.js';
import type { AccountCall } from '../wire/business-call.js';
import { invalidParam } from '../wire/business-error.js';
import { accountEndpoint } from '../wire/endpoint.js';
import { fieldsOf } from '../wire/field-selection.js';
import { parseDay } from '../wire/time-text.js';
import { audienceSplit } from './audience-split.js';
import { dailyMetrics } from './daily-metrics.js';
import {
  ACCOUNT_FIELDS,
  AUDIENCE_FIELDS,
  DAILY_FIELDS,
  PROFILE_SCOPES,
  type ProfileField,
  scopeOfField,
} from './profile-fields.js';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 7;
const LOOK_BACK_DAYS = 60;
const LEAST_AUDIENCE = 100;
const LIVE_COUNTERS = ['following_count', 'followers_count', 'total_likes', 'videos_count'];

const KIND_OF = {
  audience_ages: 'age',
  audience_genders: 'gender',
  audience_countries: 'country',
  audience_cities: 'city_name',
} as const;

/** The profile, its last days and its audience. Source: business reference §10. */
export const businessGet = accountEndpoint({
  method: 'GET',
  path: '/business/get/',
  scopes: [],
  handle(call) {
    const fields = fieldsOf(call.params, ACCOUNT_FIELDS, ['display_name', 'profile_image']);
    for (const field of fields) requireScope(call, call.grant.scopes, [scopeOfField(field)]);
    const days = readDays(call);
    const data: Record<string, unknown> = {};
    const live = liveProfile(call);
    const profile: Record<string, unknown> = {};
    for (const field of fields) if (field in PROFILE_SCOPES) profile[field] = live[field as ProfileField];
    const whose = `business/profile/${call.account.username}`;
    Object.assign(data, oddProfile(call.world.oddMode, whose, profile, LIVE_COUNTERS));
    const daily = DAILY_FIELDS.filter((field) => fields.includes(field));
    if (daily.length > 0) data['metrics'] = days.map((day) => pickDaily(call, day, daily));
    const hasAudience = followersAt(call.account, call.now) >= LEAST_AUDIENCE;
    for (const field of AUDIENCE_FIELDS.filter((name) => fields.includes(name)))
      data[field] = hasAudience ? audienceSplit(KIND_OF[field], call.account.businessId) : [];
    return data;
  },
});

function liveProfile(call: AccountCall): Record<ProfileField, unknown> {
  const { account, world, now } = call;
  return {
    display_name: account.displayName,
    profile_image: avatarUrl(call, 'medium'),
    username: account.username,
    profile_deep_link: profileDeepLink(account),
    bio_description: account.bio,
    is_verified: account.verified,
    following_count: account.following,
    followers_count: followersAt(account, now),
    total_likes: likesTotal(world, account.username),
    videos_count: world.videos.publicCountOf(account.username),
    is_business_account: true,
  };
}

/** `followers_count` is always in every entry. */
function pickDaily(call: AccountCall, day: number, fields: readonly string[]): Record<string, unknown> {
  const all: Record<string, unknown> = dailyMetrics(call.world, call.account, day);
  return Object.fromEntries(['date', ...fields, 'followers_count'].map((name) => [name, all[name]]));
}

/** The requested days with figures, which arrive a day or two late. @throws BusinessError 40002 */
function readDays({ params, now, settings }: AccountCall): number[] {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const first = dayIn(params.text('start_date'), 'start_date') ?? today - DEFAULT_DAYS * DAY_MS;
  const last = dayIn(params.text('end_date'), 'end_date') ?? today - DAY_MS;
  if (last < first) throw invalidParam('end_date: Must not be before start_date.');
  if (first < today - LOOK_BACK_DAYS * DAY_MS)
    throw invalidParam(`start_date: Must be within the last ${LOOK_BACK_DAYS} days.`);
  const days: number[] = [];
  for (let day = first; day <= last; day += DAY_MS)
    if (day + DAY_MS + (settings.insightDelayHours - 24) * 3_600_000 <= now) days.push(day);
  return days;
}

function dayIn(text: string | undefined, key: string): number | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day === undefined) throw invalidParam(`${key}: Not a valid date, use YYYY-MM-DD.`);
  return day;
}

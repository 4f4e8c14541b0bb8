import type { Account } from '../../accounts/account.js';
import { followersAt } from '../../accounts/account-seed.js';
import { seededRandom } from '../../random.js';
import { countersAt } from '../../videos/growth-curve.js';
import type { World } from '../../world.js';
import { dayText } from '../wire/time-text.js';
import type { DailyField } from './profile-fields.js';

const DAY_MS = 86_400_000;

/** Figures of older videos hardly change. */
const COUNTED_VIDEOS = 60;

/** One UTC day of an account: the gains of its videos, and derived figures. */
export function dailyMetrics(
  world: World,
  account: Account,
  day: number,
): Record<DailyField | 'followers_count' | 'date', unknown> {
  const gained = gainedOn(world, account, day);
  const random = seededRandom(`${account.businessId}/${dayText(day)}`);
  const share = (low: number, high: number): number =>
    Math.floor(gained.views * (low + (high - low) * random()));
  const followers = followersAt(account, day + DAY_MS);
  const net = followers - followersAt(account, day);
  const lost = Math.floor(random() * 12);
  return {
    date: dayText(day),
    video_views: gained.views,
    unique_video_views: share(0.7, 0.9),
    profile_views: share(0.01, 0.03),
    likes: gained.likes,
    comments: gained.comments,
    shares: gained.shares,
    phone_number_clicks: share(0, 0.0004),
    lead_submissions: share(0, 0.0002),
    app_download_clicks: share(0, 0.0003),
    bio_link_clicks: share(0.0005, 0.002),
    email_clicks: share(0, 0.0003),
    address_clicks: share(0, 0.0002),
    daily_total_followers: followers,
    daily_new_followers: net + lost,
    daily_lost_followers: lost,
    followers_count: followers,
    audience_activity: Array.from({ length: 24 }, (_, hour) => ({
      hour: String(hour),
      count: Math.floor((followers * (3 + Math.sin((hour - 9) / 3.8) * 2) * (0.9 + random() * 0.2)) / 60),
    })),
    engaged_audience: share(0.03, 0.08),
  };
}

/** TikTok's counters may fall, but a day's gain is never negative. */
function gainedOn(
  world: World,
  account: Account,
  day: number,
): { views: number; likes: number; comments: number; shares: number } {
  const sum = { views: 0, likes: 0, comments: 0, shares: 0 };
  const videos = world.videos.page(account.username, {
    before: day + DAY_MS,
    count: COUNTED_VIDEOS,
    publicOnly: true,
  });
  for (const { curve, createdAt } of videos) {
    const before = countersAt(curve, day - createdAt);
    const after = countersAt(curve, day + DAY_MS - createdAt);
    for (const key of ['views', 'likes', 'comments', 'shares'] as const)
      sum[key] += Math.max(0, after[key] - before[key]);
  }
  return sum;
}

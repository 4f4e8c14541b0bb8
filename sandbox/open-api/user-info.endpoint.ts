import { followersAt } from '../accounts/account-seed.js';
import { avatarUrl } from '../media/signed-url.js';
import { videoCounters } from '../videos/video-counters.js';
import type { ApiCall } from './api-call.js';
import type { Endpoint } from './endpoint.js';
import { pickFields, requestedFields } from './fields.js';
import { OpenApiError } from './open-api-error.js';

const SCOPE_OF_FIELD = {
  open_id: 'user.info.basic',
  union_id: 'user.info.basic',
  avatar_url: 'user.info.basic',
  avatar_url_100: 'user.info.basic',
  avatar_large_url: 'user.info.basic',
  display_name: 'user.info.basic',
  bio_description: 'user.info.profile',
  profile_deep_link: 'user.info.profile',
  username: 'user.info.profile',
  is_verified: 'user.info.profile',
  follower_count: 'user.info.stats',
  following_count: 'user.info.stats',
  likes_count: 'user.info.stats',
  video_count: 'user.info.stats',
} as const;

type Field = keyof typeof SCOPE_OF_FIELD;

const FIELDS = Object.keys(SCOPE_OF_FIELD) as Field[];

/** Reference §3. */
export const userInfo: Endpoint = {
  method: 'GET',
  path: '/v2/user/info/',
  scopes: ['user.info.basic', 'user.info.profile', 'user.info.stats'],
  limit: { name: 'userInfo', per: 'app' },
  handle(call) {
    const fields = requestedFields(call.query, FIELDS);
    if (fields.some((field) => !call.grant.scopes.includes(SCOPE_OF_FIELD[field])))
      throw new OpenApiError(
        400,
        'scope_permission_missed',
        'Some of the requested fields need additional scopes. Please make sure the user has authorized them.',
      );
    return { user: pickFields(describe(call), fields) };
  },
};

function describe(call: ApiCall): Record<Field, unknown> {
  const { account, world } = call;
  const now = world.clock.now();
  const videos = world.videos.publicOf(account.username);
  return {
    open_id: account.openId,
    union_id: account.unionId,
    avatar_url: avatarUrl(call, 'medium'),
    avatar_url_100: avatarUrl(call, '100'),
    avatar_large_url: avatarUrl(call, 'large'),
    display_name: account.displayName,
    bio_description: account.bio,
    profile_deep_link: `https://www.tiktok.com/@${account.username}`,
    username: account.username,
    is_verified: account.verified,
    follower_count: followersAt(account, now),
    following_count: account.following,
    likes_count: videos.reduce((sum, video) => sum + videoCounters(world, video).likes, 0),
    video_count: videos.length,
  };
}

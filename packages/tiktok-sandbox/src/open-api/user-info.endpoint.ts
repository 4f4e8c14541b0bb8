import { followersAt } from '../accounts/account-seed.js';
import { profileDeepLink } from '../accounts/deep-link.js';
import { avatarUrl } from '../media/signed-url.js';
import { oddProfile } from '../odd-lists/odd-answers.js';
import type { Settings } from '../settings.js';
import { isListed } from '../videos/listing.js';
import { likesTotal } from '../videos/likes-total.js';
import type { ApiCall } from './api-call.js';
import type { Endpoint } from './endpoint.js';
import { requestedFields } from './fields.js';
import { OpenApiError, scopeNotAuthorized } from './open-api-error.js';

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
const COUNTERS = FIELDS.filter((name) => name.endsWith('_count'));

/** Reference §3. */
export const userInfo: Endpoint = {
  method: 'GET',
  path: '/v2/user/info/',
  scopes: ['user.info.basic', 'user.info.profile', 'user.info.stats'],
  limit: { name: 'userInfo', per: 'display' },
  handle(call) {
    const fields = requestedFields(call, FIELDS);
    if (fields.some((field) => !call.grant.scopes.includes(SCOPE_OF_FIELD[field])))
      throw missingFieldScope(call.world.settings);
    const user: Partial<Record<Field, unknown>> = {};
    for (const field of fields) user[field] = READERS[field](call);
    return { user: oddProfile(call.world.oddMode, `open/profile/${call.account.username}`, user, COUNTERS) };
  },
};

/** Looks up only the requested fields: some cost more than all others together. */
const READERS: Record<Field, (call: ApiCall) => unknown> = {
  open_id: ({ account }) => account.openId,
  union_id: ({ account }) => account.unionId,
  avatar_url: (call) => avatarUrl(call, 'medium'),
  avatar_url_100: (call) => avatarUrl(call, '100'),
  avatar_large_url: (call) => avatarUrl(call, 'large'),
  display_name: ({ account }) => account.displayName,
  bio_description: ({ account }) => account.bio,
  profile_deep_link: ({ account }) => profileDeepLink(account),
  username: ({ account }) => account.username,
  is_verified: ({ account }) => account.verified,
  follower_count: ({ account, world }) => followersAt(account, world.clock.now()),
  following_count: ({ account }) => account.following,
  likes_count: ({ account, world }) => (isListed(world, account) ? likesTotal(world, account.username) : 0),
  video_count: ({ account, world }) =>
    isListed(world, account) ? world.videos.publicCountOf(account.username) : 0,
};

/** Which error a single field causes is not established. Source: reference §3 and §11. */
function missingFieldScope(settings: Settings): OpenApiError {
  if (settings.missingFieldScope === 'scope_not_authorized') return scopeNotAuthorized();
  return new OpenApiError(
    400,
    'scope_permission_missed',
    'Some of the requested fields need additional scopes. Please make sure the user has authorized them.',
  );
}

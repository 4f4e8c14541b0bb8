import type { Video } from '../../videos/video.js';
import { findIdentity, isOfKind, OWNER_BC_ID } from '../advertisers/identity-list.js';
import { traitsOf } from '../advertisers/current-traits.js';
import type { Identity } from '../advertisers/identity.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { invalidParam, missing, noPermission, notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { type Authorization, authorizationOf } from './authorization.js';
import { boundPosts, matching } from './bound-posts.js';
import { identityPostView } from './post-view.js';

const TYPES = ['AUTH_CODE', 'TT_USER', 'BC_AUTH_TT'] as const;
const ITEM_TYPES = ['VIDEO', 'CAROUSEL'] as const;
const MAX_POSTS = 20;

/** Newer posts first; all posts of the sandbox are videos. */
const get = advertiserEndpoint({
  method: 'GET',
  path: '/identity/video/get/',
  handle(call) {
    const { params, world } = call;
    const identity = requirePoster(call);
    const itemType = params.oneOf('item_type', ITEM_TYPES) ?? 'VIDEO';
    const keyword = params.text('keyword', { max: 500 });
    if (keyword !== undefined && identity.type !== 'AUTH_CODE')
      throw invalidParam('keyword: Only for identity_type AUTH_CODE.');
    // Documented: a larger count is ignored.
    const count = Math.min(params.whole('count', { min: 1 }) ?? MAX_POSTS, MAX_POSTS);
    const cursor = Number(params.text('cursor') ?? 0) || 0;
    if (itemType === 'CAROUSEL') return { video_list: [], cursor: String(cursor), has_more: false };
    if (identity.type === 'AUTH_CODE') return codePosts(call, identity, keyword, cursor, count);
    if (!traitsOf(world, identity).canPullVideo)
      throw noPermission('identity_id: The identity may not use existing posts.');
    const before = cursor === 0 ? Infinity : cursor * 1000;
    const query = { before, count: count + 1, publicOnly: false };
    const videos = world.videos.page(identity.username ?? '', query);
    const shown = videos.slice(0, count);
    return {
      video_list: shown.map((video) => identityPostView(call, video, undefined)),
      cursor: String(Math.floor((shown.at(-1)?.createdAt ?? cursor * 1000) / 1000)),
      has_more: videos.length > count,
    };
  },
});

const info = advertiserEndpoint({
  method: 'GET',
  path: '/identity/video/info/',
  handle(call) {
    const { params } = call;
    const identity = requirePoster(call);
    const ids = params.texts('item_ids', { min: 1, max: MAX_POSTS });
    const id = params.text('item_id');
    if ((ids === undefined) === (id === undefined)) throw missing('item_id');
    const view = (itemId: string): object => {
      const video = call.world.videos.get(itemId);
      if (!video || video.username !== identity.username)
        throw notFound(`item_id: Post ${itemId} does not exist.`);
      return identityPostView(call, video, authorizationFor(call, identity, itemId));
    };
    return ids ? { video_details: ids.map(view) } : { video_detail: view(id ?? '') };
  },
});

function requirePoster({ params, world, advertiser }: AdvertiserCall): Identity {
  const type = params.requireOneOf('identity_type', TYPES);
  const id = params.requireText('identity_id');
  if (type === 'BC_AUTH_TT' && params.requireText('identity_authorized_bc_id') !== OWNER_BC_ID)
    throw noPermission('No permission to operate this Business Center.');
  const identity = findIdentity(world, advertiser.id, id);
  if (!identity || !isOfKind(identity, type)) throw notFound(`identity_id: Identity ${id} does not exist.`);
  return { ...identity, type };
}

function authorizationFor(
  { state, advertiser, now }: AdvertiserCall,
  { type }: Identity,
  itemId: string,
): Authorization | undefined {
  if (type !== 'AUTH_CODE') return undefined;
  const authorization = authorizationOf(state, advertiser.id, itemId, now);
  if (!authorization) throw notFound(`item_id: Post ${itemId} is not authorized.`);
  return authorization;
}

/** Only the posts that were bound; the cursor is an offset here. */
function codePosts(
  call: AdvertiserCall,
  { username }: Identity,
  keyword: string | undefined,
  cursor: number,
  count: number,
): object {
  const rows = boundPosts(call)
    .filter(({ code }) => code.username === username)
    .filter(matching(call, keyword))
    .flatMap((authorization): [Video, Authorization][] => {
      const video = call.world.videos.get(authorization.post.videoId);
      return video ? [[video, authorization]] : [];
    });
  return {
    video_list: rows.slice(cursor, cursor + count).map(([video, one]) => identityPostView(call, video, one)),
    cursor: String(Math.min(cursor + count, rows.length)),
    has_more: rows.length > cursor + count,
  };
}

export const IDENTITY_POST_ENDPOINTS: readonly BusinessEndpoint[] = [get, info];

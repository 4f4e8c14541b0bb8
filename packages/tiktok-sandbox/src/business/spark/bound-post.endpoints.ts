import type { AdvertiserCall } from '../wire/business-call.js';
import { invalidParam, notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';
import { refreshDelivery } from '../ads/delivery.js';
import { statusOf } from './authorization.js';
import { boundPosts, matching } from './bound-posts.js';
import { awaitEndOfCode } from './code-lifetime.js';
import { boundPostId, type PostCode } from './post-code.js';
import { boundPostView } from './post-view.js';

const ITEM_TYPES = ['VIDEO', 'CAROUSEL'];

/** Binds a creator's post to an ad account; the same code again changes nothing. */
const authorize = advertiserEndpoint({
  method: 'POST',
  path: '/tt_video/authorize/',
  handle(call) {
    const { params, world, tables, advertiser, now } = call;
    const code = requireCode(call, params.requireText('auth_code'), 'auth_code');
    const original = params.text('original_post_auth_code');
    if (original !== undefined) requireCode(call, original, 'original_post_auth_code');
    const id = boundPostId(advertiser.id, code.videoId);
    if (tables.boundPosts.get(id)?.code === code.id) return {};
    const { videoId } = code;
    const post = tables.boundPosts.add({
      id,
      advertiserId: advertiser.id,
      videoId,
      code: code.id,
      boundAt: now,
    });
    refreshDelivery(world, advertiser.id);
    awaitEndOfCode(world, post);
    return {};
  },
});

const info = advertiserEndpoint({
  method: 'GET',
  path: '/tt_video/info/',
  handle(call) {
    const code = call.params.requireText('auth_code');
    const authorization = boundPosts(call).find(({ post }) => post.code === code);
    if (!authorization) throw invalidParam('auth_code: No post is authorized with this code.');
    return boundPostView(call, authorization);
  },
});

const list = advertiserEndpoint({
  method: 'GET',
  path: '/tt_video/list/',
  handle(call) {
    const { params } = call;
    const types = params.texts('item_types') ?? ITEM_TYPES;
    const unknown = types.find((name) => !ITEM_TYPES.includes(name));
    if (unknown !== undefined) throw invalidParam(`item_types: Must be one of: ${ITEM_TYPES.join(', ')}.`);
    const keyword = params.text('keyword', { max: 500 });
    // All posts of the sandbox are videos.
    const rows = types.includes('VIDEO') ? boundPosts(call).filter(matching(call, keyword)) : [];
    const page = pageOf(params, rows.toReversed(), { defaultSize: 20, maxSize: 50 });
    return { list: page.list.map((one) => boundPostView(call, one)), page_info: page.page_info };
  },
});

const unbind = advertiserEndpoint({
  method: 'POST',
  path: '/tt_video/unbind/',
  handle({ params, world, tables, advertiser }) {
    const itemId = params.requireText('item_id');
    if (!tables.boundPosts.delete(boundPostId(advertiser.id, itemId)))
      throw notFound(`item_id: Post ${itemId} is not authorized.`);
    refreshDelivery(world, advertiser.id);
    return {};
  },
});

function requireCode({ world, tables, now }: AdvertiserCall, id: string, key: string): PostCode {
  const code = tables.postCodes.get(id);
  if (!code) throw invalidParam(`${key}: The authorization code is not valid.`);
  if (statusOf(code, now) !== 'AUTHORIZED')
    throw invalidParam(`${key}: The authorization code has expired or was revoked.`);
  if (!world.videos.get(code.videoId)) throw invalidParam(`${key}: The post was deleted.`);
  return code;
}

export const BOUND_POST_ENDPOINTS: readonly BusinessEndpoint[] = [authorize, info, list, unbind];

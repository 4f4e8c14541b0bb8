import type { AdvertiserCall } from '../wire/business-call.js';
import { type Authorization, authorizationOf } from './authorization.js';

/** All posts that the advertiser has bound, the first one first. */
export function boundPosts({ state, tables, advertiser, now }: AdvertiserCall): Authorization[] {
  return tables.boundPosts
    .of(advertiser.id)
    .flatMap(({ videoId }) => authorizationOf(state, advertiser.id, videoId, now) ?? []);
}

/** A number as long as an id is one; other text is searched for. */
export function matching(
  { world }: AdvertiserCall,
  keyword: string | undefined,
): (authorization: Authorization) => boolean {
  if (keyword === undefined) return () => true;
  if (/^\d{19,}$/.test(keyword)) return ({ post }) => post.videoId === keyword;
  const text = keyword.toLowerCase();
  return ({ post }) => world.videos.get(post.videoId)?.caption.toLowerCase().includes(text) ?? false;
}

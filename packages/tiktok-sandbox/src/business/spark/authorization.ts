import type { BusinessState } from '../store/business-state.js';
import type { JsonObject } from '../store/json-object.js';
import { type BoundPost, boundPostId, type PostCode } from './post-code.js';

/** `ad_auth_status`; only AUTHORIZED is seen in TikTok's samples. */
export type AuthorizationStatus = 'AUTHORIZED' | 'EXPIRED' | 'CANCELED';

export interface Authorization {
  readonly post: BoundPost;
  readonly code: PostCode;
  readonly status: AuthorizationStatus;
}

/** What an advertiser may do with a post that it has bound; undefined if it has not. */
export function authorizationOf(
  { tables }: BusinessState,
  advertiserId: string,
  videoId: string,
  now: number,
): Authorization | undefined {
  const post = tables.boundPosts.get(boundPostId(advertiserId, videoId));
  const code = post && tables.postCodes.get(post.code);
  return code && { post, code, status: statusOf(code, now) };
}

export function statusOf(code: PostCode, now: number): AuthorizationStatus {
  if (code.isRevoked) return 'CANCELED';
  return code.endsAt > now ? 'AUTHORIZED' : 'EXPIRED';
}

/** `secondary_status` of an ad whose post may no longer be used; undefined for all others. */
export function lostAuthorization(
  state: BusinessState,
  ad: { readonly advertiserId: string; readonly fields: JsonObject },
  now: number,
): string | undefined {
  if (ad.fields['identity_type'] !== 'AUTH_CODE') return undefined;
  const videoId = String(ad.fields['tiktok_item_id']);
  const status = authorizationOf(state, ad.advertiserId, videoId, now)?.status;
  if (status === 'AUTHORIZED') return undefined;
  return status === 'CANCELED'
    ? 'AD_STATUS_CREATOR_AUTHORIZATION_REVOKED'
    : 'AD_STATUS_ASSET_AUTHORIZATION_LOST';
}

import { createHash } from 'node:crypto';
import type { JsonObject } from '../../open-api/api-call.js';
import type { Ad } from '../ads/ad-objects.js';
import { fileUrl, IMAGE_URL_SECONDS } from '../files/file-url.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { timeText } from '../wire/time-text.js';
import type { AdComment } from './ad-comment.js';
import { hitsBlockedWord } from './ad-comments.js';
import { isUpgraded } from './ad-item.js';

const USER_ID_DIGITS = 18;

/** A comment as the list has it. Source: TikTok's page 1738086301876225. */
export function listedComment(
  call: AdvertiserCall,
  ad: Ad,
  comment: AdComment,
  replies: readonly AdComment[],
): JsonObject {
  const expires = Math.floor(call.now / 1000) + IMAGE_URL_SECONDS;
  return {
    ...commentCore(call, ad, comment),
    app: 'TIKTOK',
    likes: comment.likes,
    replies: replies.length,
    original_comment_id: comment.parentId,
    reply_to_comment_id: comment.parentId,
    ad_text: ad.fields['ad_text'] ?? '',
    ...whereItIs(call, ad),
    video_play_url: fileUrl(call.origin, `${comment.itemId}/preview.mp4`, expires),
    video_cover_url: fileUrl(call.origin, `${comment.itemId}/cover.jpeg`, expires),
  };
}

/** A comment beside the one it belongs to. Source: TikTok's page 1738086824859650. */
export function relatedComment(
  call: AdvertiserCall,
  ad: Ad,
  comment: AdComment,
  original: AdComment,
): JsonObject {
  const answered = comment.parentId === null ? null : userOf(call, original.username);
  return { ...commentCore(call, ad, comment), reply_user_info: answered };
}

function commentCore(call: AdvertiserCall, ad: Ad, comment: AdComment): JsonObject {
  return {
    comment_id: comment.id,
    content: comment.text,
    comment_type: typeOf(comment),
    comment_status: comment.status,
    hit_blockedword: hitsBlockedWord(call.world, ad.advertiserId, comment.text),
    create_time: writtenTime(call, comment.createdAt),
    ...userOf(call, comment.username),
    tiktok_item_id: comment.itemId,
    identity_id: ad.fields['identity_id'] ?? '',
    identity_type: ad.fields['identity_type'] ?? '',
    is_pinned: false,
    can_delete: comment.byIdentity,
    is_auth_ttba: ad.fields['identity_type'] !== 'CUSTOMIZED_USER',
    is_auth_comment_manage_scope: call.settings.adCommentManageScope,
  };
}

export function typeOf({ parentId }: AdComment): 'COMMENT' | 'REPLY' {
  return parentId === null ? 'COMMENT' : 'REPLY';
}

/** Documented for Upgraded Smart+: no ids and names of ads and ad groups. */
function whereItIs({ tables }: AdvertiserCall, ad: Ad): JsonObject {
  const isHidden = isUpgraded(ad);
  return {
    campaign_id: ad.campaignId,
    campaign_name: tables.campaigns.get(ad.campaignId)?.name ?? '',
    adgroup_id: isHidden ? null : ad.adgroupId,
    adgroup_name: isHidden ? null : (tables.adgroups.get(ad.adgroupId)?.name ?? ''),
    ad_id: isHidden ? null : ad.id,
    ad_name: isHidden ? null : ad.name,
  };
}

function userOf({ origin }: AdvertiserCall, username: string): JsonObject {
  return {
    user_name: username,
    user_id: userId(username),
    user_avatar_url: `${origin}/media/viewer/${encodeURIComponent(username)}.svg`,
  };
}

/** 19 digits that follow from the name. */
function userId(username: string): string {
  const hash = createHash('sha256').update(`user/${username}`).digest().readBigUInt64BE();
  return `6${hash.toString().padStart(USER_ID_DIGITS, '0').slice(-USER_ID_DIGITS)}`;
}

function writtenTime({ settings }: AdvertiserCall, at: number): string {
  if (settings.adCommentTimes === 'epoch') return String(Math.floor(at / 1000));
  return settings.adCommentTimes === 'text' ? timeText(at) : `${timeText(at)} +0000 UTC`;
}

import { createHash } from 'node:crypto';
import { coverUrl } from '../../media/signed-url.js';
import type { JsonObject } from '../../open-api/api-call.js';
import type { Video } from '../../videos/video.js';
import { fileUrl, IMAGE_URL_SECONDS } from '../files/file-url.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { isoSeconds, timeText } from '../wire/time-text.js';
import type { Authorization } from './authorization.js';
import { codeIdentityId } from './code-identity.js';

const BYTES_A_SECOND = 500_000;

/** A bound post as `/tt_video/*` answers it. Source: TikTok's Spark Ads guide, business reference §5. */
export function boundPostView(call: AdvertiserCall, authorization: Authorization): JsonObject {
  const { post, code } = authorization;
  const video = call.world.videos.get(post.videoId);
  return {
    auth_info: authInfo(call, authorization),
    item_info: {
      item_id: post.videoId,
      item_type: 'VIDEO',
      text: video?.caption ?? '',
      status: visibility(video),
      auth_code: code.id,
      anchor_list: null,
      carousel_info: null,
    },
    user_info: {
      identity_id: codeIdentityId(call.advertiser.id, code.username),
      identity_type: 'AUTH_CODE',
      tiktok_name: call.world.accounts.get(code.username)?.displayName ?? code.username,
    },
    video_info: video ? videoInfo(call, video, 'preview_url') : null,
  };
}

/** A post of an identity as `/identity/video/*` answers it. Source: TikTok's page 1740218475032577. */
export function identityPostView(
  call: AdvertiserCall,
  video: Video,
  authorization: Authorization | undefined,
): JsonObject {
  return {
    item_type: 'VIDEO',
    item_id: video.id,
    status: `ITEM_STATUS_${visibility(video)}`,
    text: video.caption,
    auth_info: authorization ? authInfo(call, authorization) : null,
    anchor_list: null,
    video_info: { ...videoInfo(call, video, 'url'), format: 'mp4' },
    carousel_info: null,
  };
}

function visibility(video: Video | undefined): string {
  if (!video) return 'USER_DELETE';
  return video.public ? 'HESITATE_RECOMMEND' : 'ONLY_AUTHOR_SEE';
}

function authInfo({ settings }: AdvertiserCall, { post, code, status }: Authorization): JsonObject {
  const text = settings.postAuthTimes === 'iso' ? isoSeconds : timeText;
  return {
    ad_auth_status: status,
    auth_start_time: text(code.startsAt),
    auth_end_time: text(code.endsAt),
    invite_start_time: text(post.boundAt),
  };
}

function videoInfo(call: AdvertiserCall, video: Video, urlName: 'preview_url' | 'url'): JsonObject {
  const expires = Math.floor(call.now / 1000) + IMAGE_URL_SECONDS;
  return {
    duration: video.durationSeconds,
    width: video.width,
    height: video.height,
    size: video.durationSeconds * BYTES_A_SECOND,
    bit_rate: BYTES_A_SECOND * 8,
    signature: createHash('md5').update(video.id).digest('hex'),
    [urlName]: fileUrl(call.origin, `${video.id}/preview.mp4`, expires),
    poster_url: coverUrl(call, video.id),
  };
}

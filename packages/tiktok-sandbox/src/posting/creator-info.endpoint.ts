import { privacyOptions } from '../accounts/account.js';
import { avatarUrl } from '../media/signed-url.js';
import type { Endpoint } from '../open-api/endpoint.js';
import { requireActiveUser, requireMayPost } from './posting-caps.js';

/** Reference §5.1. A creator who may not post gets an error within HTTP 200. */
export const creatorInfo: Endpoint = {
  method: 'POST',
  path: '/v2/post/publish/creator_info/query/',
  scopes: ['video.publish'],
  limit: { name: 'creatorInfo', per: 'token' },
  handle(call) {
    requireMayPost(call, 200);
    requireActiveUser(call, 200);
    const { settings, username, displayName } = call.account;
    return {
      creator_avatar_url: avatarUrl(call, 'medium'),
      creator_username: username,
      creator_nickname: displayName,
      privacy_level_options: privacyOptions(call.account),
      comment_disabled: settings.commentDisabled,
      duet_disabled: settings.duetDisabled || settings.private,
      stitch_disabled: settings.stitchDisabled || settings.private,
      max_video_post_duration_sec: settings.maxVideoSeconds,
    };
  },
};

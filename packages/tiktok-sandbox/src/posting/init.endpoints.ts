import type { ApiCall } from '../open-api/api-call.js';
import type { Endpoint } from '../open-api/endpoint.js';
import { invalidParams, OpenApiError, scopeNotAuthorized } from '../open-api/open-api-error.js';
import { PHOTO_TEXT, readPostInfo, requirePrivacy, textOf, VIDEO_TEXT } from './post-info.js';
import { requireActiveUser, requireAudienceForApp, requireMayDraft, requireMayPost } from './posting-caps.js';
import { startPublication } from './publication-start.js';
import { readPhotoSource, readVideoSource } from './source-info.js';

const limit = { name: 'init', per: 'init' } as const;

/** Direct post of a video. Reference §5.2. */
export const videoInit: Endpoint = {
  method: 'POST',
  path: '/v2/post/publish/video/init/',
  scopes: ['video.publish'],
  limit,
  handle(call) {
    const body = call.body();
    const info = readPostInfo(body, VIDEO_TEXT);
    const source = readVideoSource(body, call.world.settings);
    requireAudienceForApp(call, info['privacy_level']);
    const privacy = requirePrivacy(call, info);
    requireMayPost(call, 403);
    requireActiveUser(call, 403);
    const caption = textOf(info, 'title');
    const post = { kind: 'video', mode: 'direct', privacy, caption, postInfo: info } as const;
    return startPublication(call, post, source);
  },
};

/** Video as a draft in the creator's inbox, without `post_info`. Reference §5.3. */
export const inboxVideoInit: Endpoint = {
  method: 'POST',
  path: '/v2/post/publish/inbox/video/init/',
  scopes: ['video.upload'],
  limit,
  handle(call) {
    const source = readVideoSource(call.body(), call.world.settings);
    requireMayDraft(call);
    const post = { kind: 'video', mode: 'draft', privacy: null, caption: '', postInfo: {} } as const;
    return startPublication(call, post, source);
  },
};

/** Photos, posted directly or as a draft. Reference §5.4. */
export const photoInit: Endpoint = {
  method: 'POST',
  path: '/v2/post/publish/content/init/',
  scopes: ['video.publish', 'video.upload'],
  limit,
  handle(call) {
    const body = call.body();
    const isDirect = body['post_mode'] === 'DIRECT_POST';
    if (body['media_type'] !== 'PHOTO' || !(isDirect || body['post_mode'] === 'MEDIA_UPLOAD'))
      throw invalidParams('Invalid media_type or post_mode');
    if (!call.grant.scopes.includes(isDirect ? 'video.publish' : 'video.upload')) throw scopeNotAuthorized();
    const info = readPostInfo(body, PHOTO_TEXT);
    const source = readPhotoSource(body, call.world.settings);
    const caption = [textOf(info, 'title'), textOf(info, 'description')].filter(Boolean).join(' ');
    const post = { kind: 'photo', caption, postInfo: info } as const;
    if (!isDirect) {
      requireRecentApp(call);
      requireMayDraft(call);
      return startPublication(call, { ...post, mode: 'draft', privacy: null }, source);
    }
    requireAudienceForApp(call, info['privacy_level']);
    const privacy = requirePrivacy(call, info);
    requireMayPost(call, 403);
    requireActiveUser(call, 403);
    return startPublication(call, { ...post, mode: 'direct', privacy }, source);
  },
};

/** Photo drafts need the creator's app to be 31.8 or newer. @throws OpenApiError 400 */
function requireRecentApp(call: ApiCall): void {
  if (call.account.settings.oldApp)
    throw new OpenApiError(
      400,
      'app_version_check_failed',
      "The user's TikTok app does not support this feature; version 31.8 or newer is needed.",
    );
}

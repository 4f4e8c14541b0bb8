import { requireScope } from '../wire/admission.js';
import type { AccountCall } from '../wire/business-call.js';
import { BusinessError, invalidParam } from '../wire/business-error.js';
import { accountEndpoint } from '../wire/endpoint.js';
import type { Params } from '../wire/params.js';
import { privacyOptions } from '../../accounts/account.js';
import { isTrackId } from '../files/system-music.js';
import { startPost } from './post-lifecycle.js';
import { takePublishQuota } from './publish-quota.js';
import { checkSwitches, readCaption, requireOwnedUrl, requirePostInfo } from './publish-source.js';

const VIDEO_CAPTION = 2_200;
const PHOTO_CAPTION = 4_000;
const PHOTO_TITLE = 90;
const MAX_PHOTOS = 35;
const SWITCHES = ['disable_comment', 'disable_duet', 'disable_stitch'];
const FLAGS = [...SWITCHES, 'is_brand_organic', 'is_branded_content', 'is_ai_generated', 'is_ads_only'];

/** Publishes a video from a URL, publicly or as a draft. Source: business reference §10. */
export const videoPublish = accountEndpoint({
  method: 'POST',
  path: '/business/video/publish/',
  scopes: ['video.publish', 'video.upload'],
  handle(call) {
    const { params } = call;
    const url = params.requireText('video_url');
    const info = requirePostInfo(params);
    const isDraft = info.flag('upload_to_draft') ?? false;
    requireScope(call, call.grant.scopes, [isDraft ? 'video.upload' : 'video.publish']);
    requireOwnedUrl(call, 'video_url', url);
    const thumbnail = params.text('custom_thumbnail_url');
    if (thumbnail !== undefined) requireOwnedUrl(call, 'custom_thumbnail_url', thumbnail);
    for (const flag of FLAGS) info.flag(flag);
    checkSound(info);
    const offset = info.whole('thumbnail_offset', { min: 0 }) ?? 0;
    const caption = isDraft ? '' : readCaption(info, VIDEO_CAPTION);
    if (!isDraft) checkSwitches(call, info, SWITCHES);
    takePublishQuota(call);
    const postInfo = info.values;
    const post = { kind: 'video', isDraft, privacy: 'PUBLIC_TO_EVERYONE', caption, postInfo } as const;
    return { share_id: startPost(call, { ...post, urls: [url], coverIndex: null }, offset) };
  },
});

export const photoPublish = accountEndpoint({
  method: 'POST',
  path: '/business/photo/publish/',
  scopes: ['video.publish', 'video.upload'],
  handle(call) {
    const { params, account } = call;
    const images = params.requireTexts('photo_images', { max: MAX_PHOTOS });
    const info = requirePostInfo(params);
    const isDraft = info.flag('is_draft') ?? false;
    requireScope(call, call.grant.scopes, [isDraft ? 'video.upload' : 'video.publish']);
    for (const image of images) requireOwnedUrl(call, 'photo_images', image);
    const coverIndex = params.whole('photo_cover_index', { min: 0, max: images.length - 1 }) ?? 0;
    const title = info.text('title', { max: PHOTO_TITLE }) ?? '';
    const caption = readCaption(info, PHOTO_CAPTION);
    const privacy = isDraft ? 'SELF_ONLY' : info.requireOneOf('privacy_level', privacyOptions(account));
    checkSound(info);
    if (!isDraft) checkSwitches(call, info, ['disable_comment']);
    takePublishQuota(call);
    const text = [title, caption].filter(Boolean).join(' ');
    const post = { kind: 'photo', isDraft, privacy, caption: text, postInfo: info.values } as const;
    return { share_id: startPost(call, { ...post, urls: images, coverIndex }, 0) };
  },
});

function checkSound(info: Params): void {
  const sound = info.object('music_sound_info');
  if (!sound) return;
  // Posts accept a clip of a track; for the track itself TikTok returns only this.
  if (isTrackId(sound.requireText('music_sound_id'))) throw new BusinessError(51_065, 'Something is wrong.');
  for (const key of ['music_sound_volume', 'video_original_sound_volume'])
    sound.whole(key, { min: 0, max: 100 });
  const start = sound.whole('music_sound_start', { min: 0 }) ?? 0;
  const end = sound.whole('music_sound_end', { min: 0 });
  if (end !== undefined && end <= start)
    throw invalidParam('music_sound_end: Must be after music_sound_start.');
}

/** Post ids come later than PUBLISH_COMPLETE. */
export const publishStatus = accountEndpoint({
  method: 'GET',
  path: '/business/publish/status/',
  scopes: ['video.publish', 'video.upload'],
  handle(call: AccountCall) {
    const id = call.params.requireText('publish_id');
    const post = call.tables.posts.getOf(call.account.username, id);
    if (!post) throw invalidParam(`publish_id: ${id} does not exist.`);
    const { status, failReason, postIds } = post.publication;
    return {
      status,
      ...(status === 'PUBLISH_COMPLETE' ? { post_ids: postIds } : {}),
      ...(failReason === null ? {} : { reason: failReason }),
    };
  },
});

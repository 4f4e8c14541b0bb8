import type {
  BusinessPhotoPost,
  BusinessVideoPost,
  CreatorInfo,
  MusicSound,
  PhotoPost,
  PrivacyLevel,
  VideoPost,
} from '../../tiktok/index.js';
import type { VideoMusicDto } from './post-music.dto.js';
import type { Publication } from './publication.entity.js';

/** What a person has chosen for a post. */
export type ChosenPost = Pick<
  Publication,
  'caption' | 'privacyLevel' | 'allowComment' | 'allowDuet' | 'allowStitch' | 'options'
>;

/** One that goes straight to the profile: a person has chosen who may see it. */
export interface DirectPost extends ChosenPost {
  privacyLevel: PrivacyLevel;
}

/** What the creator has switched off, in the words of both families. */
export type Allowed = Pick<CreatorInfo, 'comment_disabled' | 'duet_disabled' | 'stitch_disabled'>;

// What was not asked for stays off, and what the creator has switched off cannot be switched on. The brand toggles are
// always said: TikTok's pages disagree on what it means to leave them out.

export function videoPost(post: DirectPost, allowed: Allowed): VideoPost {
  const { options, privacyLevel } = post;
  return {
    title: post.caption,
    privacy_level: privacyLevel,
    disable_comment: allowed.comment_disabled || !post.allowComment,
    disable_duet: allowed.duet_disabled || !post.allowDuet,
    disable_stitch: allowed.stitch_disabled || !post.allowStitch,
    brand_content_toggle: options.brandedContent ?? false,
    brand_organic_toggle: options.brandOrganic ?? false,
    is_aigc: options.aiGenerated ?? false,
    ...(options.coverTimestampMs !== undefined && { video_cover_timestamp_ms: options.coverTimestampMs }),
  };
}

export function photoPost(post: DirectPost, allowed: Allowed): PhotoPost {
  const { options, privacyLevel } = post;
  return {
    ...photoTexts(post),
    privacy_level: privacyLevel,
    disable_comment: allowed.comment_disabled || !post.allowComment,
    auto_add_music: options.autoAddMusic ?? false,
    brand_content_toggle: options.brandedContent ?? false,
    brand_organic_toggle: options.brandOrganic ?? false,
  };
}

/** All that a draft of photos takes. */
export function photoTexts({ caption, options }: ChosenPost): Pick<PhotoPost, 'title' | 'description'> {
  return { title: options.photoTitle ?? '', description: caption };
}

export function businessVideoPost(post: ChosenPost, allowed: Allowed): BusinessVideoPost {
  const { options } = post;
  return {
    caption: post.caption,
    is_brand_organic: options.brandOrganic ?? false,
    is_branded_content: options.brandedContent ?? false,
    disable_comment: allowed.comment_disabled || !post.allowComment,
    disable_duet: allowed.duet_disabled || !post.allowDuet,
    disable_stitch: allowed.stitch_disabled || !post.allowStitch,
    is_ai_generated: options.aiGenerated ?? false,
    upload_to_draft: false,
    ...(options.coverTimestampMs !== undefined && { thumbnail_offset: options.coverTimestampMs }),
    ...(options.music && { music_sound_info: musicSound(options.music) }),
  };
}

export function businessPhotoPost(post: ChosenPost, allowed: Allowed): BusinessPhotoPost {
  const { options, privacyLevel } = post;
  return {
    ...businessPhotoTexts(post),
    is_draft: false,
    ...(privacyLevel && { privacy_level: privacyLevel }),
    disable_comment: allowed.comment_disabled || !post.allowComment,
    auto_add_music: options.autoAddMusic ?? false,
    is_brand_organic: options.brandOrganic ?? false,
    is_branded_content: options.brandedContent ?? false,
    ...(options.music && { music_sound_info: { music_sound_id: options.music.soundId } }),
  };
}

/** TikTok keeps nothing else of one. */
export function businessPhotoDraft(post: ChosenPost): BusinessPhotoPost {
  return { ...businessPhotoTexts(post), is_draft: true };
}

function businessPhotoTexts({ caption, options }: ChosenPost): Pick<BusinessPhotoPost, 'title' | 'caption'> {
  return { title: options.photoTitle ?? '', caption };
}

function musicSound(music: VideoMusicDto): MusicSound {
  const { soundId, volume, startMs, endMs, originalSoundVolume } = music;
  return {
    music_sound_id: soundId,
    ...(volume !== undefined && { music_sound_volume: volume }),
    ...(startMs !== undefined && { music_sound_start: startMs }),
    ...(endMs !== undefined && { music_sound_end: endMs }),
    ...(originalSoundVolume !== undefined && { video_original_sound_volume: originalSoundVolume }),
  };
}

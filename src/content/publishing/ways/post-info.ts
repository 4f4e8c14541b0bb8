import type { BusinessPhotoPost, BusinessVideoPost, PhotoPost, VideoPost } from '../../../tiktok/index.js';
import type { MusicSound, VideoSettings } from '../../../tiktok/index.js';
import type { PostMusic } from '../../publications/post-options.js';
import type { Publication } from '../../publications/publication.entity.js';
import type { CheckedCreator } from '../creator-rules.js';

// What was not asked for stays off, and what the creator has switched off cannot be switched on. The brand toggles are
// always said: TikTok's pages disagree on what it means to leave them out.

export function videoPost(publication: Publication, { info, privacyLevel }: CheckedCreator): VideoPost {
  const { options } = publication;
  return {
    title: publication.caption,
    privacy_level: privacyLevel,
    disable_comment: info.comment_disabled || !publication.allowComment,
    disable_duet: info.duet_disabled || !publication.allowDuet,
    disable_stitch: info.stitch_disabled || !publication.allowStitch,
    brand_content_toggle: options.brandedContent ?? false,
    brand_organic_toggle: options.brandOrganic ?? false,
    is_aigc: options.aiGenerated ?? false,
    ...(options.coverTimestampMs !== undefined && { video_cover_timestamp_ms: options.coverTimestampMs }),
  };
}

export function photoPost(publication: Publication, { info, privacyLevel }: CheckedCreator): PhotoPost {
  const { options } = publication;
  return {
    ...photoTexts(publication),
    privacy_level: privacyLevel,
    disable_comment: info.comment_disabled || !publication.allowComment,
    auto_add_music: options.autoAddMusic ?? false,
    brand_content_toggle: options.brandedContent ?? false,
    brand_organic_toggle: options.brandOrganic ?? false,
  };
}

/** All that a draft of photos takes. */
export function photoTexts({ caption, options }: Publication): Pick<PhotoPost, 'title' | 'description'> {
  return { title: options.photoTitle ?? '', description: caption };
}

export function businessVideoPost(publication: Publication, settings: VideoSettings): BusinessVideoPost {
  const { options } = publication;
  return {
    caption: publication.caption,
    is_brand_organic: options.brandOrganic ?? false,
    is_branded_content: options.brandedContent ?? false,
    disable_comment: settings.comment_disabled || !publication.allowComment,
    disable_duet: settings.duet_disabled || !publication.allowDuet,
    disable_stitch: settings.stitch_disabled || !publication.allowStitch,
    is_ai_generated: options.aiGenerated ?? false,
    upload_to_draft: false,
    ...(options.coverTimestampMs !== undefined && { thumbnail_offset: options.coverTimestampMs }),
    ...(options.music && { music_sound_info: musicSound(options.music) }),
  };
}

export function businessPhotoPost(publication: Publication, settings: VideoSettings): BusinessPhotoPost {
  const { options, privacyLevel } = publication;
  return {
    ...businessPhotoTexts(publication),
    is_draft: false,
    ...(privacyLevel && { privacy_level: privacyLevel }),
    disable_comment: settings.comment_disabled || !publication.allowComment,
    auto_add_music: options.autoAddMusic ?? false,
    is_brand_organic: options.brandOrganic ?? false,
    is_branded_content: options.brandedContent ?? false,
    ...(options.music && { music_sound_info: { music_sound_id: options.music.soundId } }),
  };
}

export function businessPhotoTexts({
  caption,
  options,
}: Publication): Pick<BusinessPhotoPost, 'title' | 'caption'> {
  return { title: options.photoTitle ?? '', caption };
}

function musicSound(music: PostMusic): MusicSound {
  const { soundId, volume, startMs, endMs, originalSoundVolume } = music;
  return {
    music_sound_id: soundId,
    ...(volume !== undefined && { music_sound_volume: volume }),
    ...(startMs !== undefined && { music_sound_start: startMs }),
    ...(endMs !== undefined && { music_sound_end: endMs }),
    ...(originalSoundVolume !== undefined && { video_original_sound_volume: originalSoundVolume }),
  };
}

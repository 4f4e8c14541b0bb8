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
import type { PostKind, PostMode, PostRoute, Publication } from './publication.entity.js';

/** The choices a user makes for a post. */
export type ChosenPost = Pick<
  Publication,
  'caption' | 'privacyLevel' | 'allowComment' | 'allowDuet' | 'allowStitch' | 'options'
>;

/** A post that goes straight to the profile, so its privacy level is chosen. */
export interface DirectPost extends ChosenPost {
  privacyLevel: PrivacyLevel;
}

/** What the creator has switched off; both APIs name it alike. */
export type Allowed = Pick<CreatorInfo, 'comment_disabled' | 'duet_disabled' | 'stitch_disabled'>;

/** A post with its destination. */
export interface SendablePost extends ChosenPost {
  route: PostRoute;
  kind: PostKind;
  mode: PostMode;
}

type FieldsOf = (post: DirectPost, allowed: Allowed) => object;

/** The fields TikTok gets besides the files, by route, kind and mode. Targets send them; warnings about lost choices use them. */
export const POST_FIELDS = {
  open_api: {
    video: { direct: videoPost, draft: () => ({}) },
    photo: { direct: photoPost, draft: photoTexts },
  },
  business: {
    video: { direct: businessVideoPost, draft: () => ({ upload_to_draft: true }) },
    photo: { direct: businessPhotoPost, draft: businessPhotoDraft },
  },
} as const satisfies Record<PostRoute, Record<PostKind, Record<PostMode, FieldsOf>>>;

/** The index of a photo post's cover, which every API takes beside the addresses. */
export function coverOf({ options }: Pick<ChosenPost, 'options'>): number {
  return options.coverIndex ?? 0;
}

const ALL_ALLOWED: Allowed = { comment_disabled: false, duet_disabled: false, stitch_disabled: false };

/** Everything TikTok would get, as text: two posts with the same text are the same post to TikTok. */
export function sentFields(post: SendablePost): string {
  const fieldsOf: FieldsOf = POST_FIELDS[post.route][post.kind][post.mode];
  // A missing privacy level is fine here: the text is only compared.
  const fields = fieldsOf(post as DirectPost, ALL_ALLOWED);
  return JSON.stringify({ fields, ...(post.kind === 'photo' && { cover: coverOf(post) }) });
}

// Off unless the user asks for it, and never on when the creator has switched it off. The brand toggles are always sent:
// TikTok's pages disagree on what leaving them out means.

function videoPost(post: DirectPost, allowed: Allowed): VideoPost {
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

function photoPost(post: DirectPost, allowed: Allowed): PhotoPost {
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

/** A photo draft takes only these. */
function photoTexts({ caption, options }: ChosenPost): Pick<PhotoPost, 'title' | 'description'> {
  return { title: options.photoTitle ?? '', description: caption };
}

function businessVideoPost(post: ChosenPost, allowed: Allowed): BusinessVideoPost {
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

function businessPhotoPost(post: ChosenPost, allowed: Allowed): BusinessPhotoPost {
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

/** TikTok ignores every other field of a draft. */
function businessPhotoDraft(post: ChosenPost): BusinessPhotoPost {
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

import type { VideoPost } from '../../../tiktok/index.js';
import type { Publication } from '../../publications/publication.entity.js';
import type { CheckedCreator } from '../creator-rules.js';

/** What was not asked for stays off, and what the creator has switched off cannot be switched on. */
export function videoPost(publication: Publication, creator: CheckedCreator): VideoPost {
  const { options } = publication;
  return {
    title: publication.caption,
    privacy_level: creator.privacyLevel,
    disable_comment: creator.info.comment_disabled || !publication.allowComment,
    disable_duet: creator.info.duet_disabled || !publication.allowDuet,
    disable_stitch: creator.info.stitch_disabled || !publication.allowStitch,
    brand_content_toggle: options.brandedContent ?? false,
    brand_organic_toggle: options.brandOrganic ?? false,
    is_aigc: options.aiGenerated ?? false,
    ...(options.coverTimestampMs !== undefined && { video_cover_timestamp_ms: options.coverTimestampMs }),
  };
}

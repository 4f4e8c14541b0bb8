import type { VideoPost } from '../../../tiktok/index.js';
import type { Publication } from '../../publications/publication.entity.js';
import type { CheckedCreator } from '../creator-rules.js';

/** What was not asked for stays off, and what the creator has switched off cannot be switched on. */
export function videoPost(publication: Publication, creator: CheckedCreator): VideoPost {
  return {
    title: publication.caption,
    privacy_level: creator.privacyLevel,
    disable_comment: creator.info.comment_disabled || !publication.allowComment,
    disable_duet: creator.info.duet_disabled || !publication.allowDuet,
    disable_stitch: creator.info.stitch_disabled || !publication.allowStitch,
    brand_content_toggle: publication.options.brandedContent ?? false,
    brand_organic_toggle: publication.options.brandOrganic ?? false,
  };
}

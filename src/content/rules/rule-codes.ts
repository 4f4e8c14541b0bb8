/**
 * Rules that reject a post. Each has an entry in the error catalogue, because it can become a publication's failCode. A rule
 * that TikTok has a code for uses that code.
 */
export const REFUSING_RULES = [
  'media_format_unsupported',
  'video_unreadable',
  'photo_unreadable',
  'video_codec_unsupported',
  'frame_rate_out_of_range',
  'picture_size_out_of_range',
  'photo_resolution_too_high',
  'video_too_large',
  'photo_too_large',
  'video_too_short',
  'video_too_long',
  'photo_count_out_of_range',
  'caption_too_long',
  'photo_title_too_long',
  'too_many_mentions',
  'privacy_level_missing',
  'privacy_level_option_mismatch',
  'privacy_level_always_public',
  'unaudited_client_can_only_post_to_private_accounts',
  'branded_content_private',
  'disclosure_incomplete',
  'ai_label_unavailable',
  'cover_out_of_range',
  'music_needs_business_account',
] as const;

/** Rules for URLs in a form. Stored publications were checked when they were created. */
export const ADDRESS_RULES = ['url_invalid', 'url_ownership_unverified'] as const;

/** Rules for files to be uploaded. The operator's limit can be lower than TikTok's. */
export const UPLOAD_RULES = ['upload_too_large'] as const;

/** Warnings, which never reject a post. */
export const WARNING_RULES = [
  'comment_disabled_by_creator',
  'duet_disabled_by_creator',
  'stitch_disabled_by_creator',
  'not_for_photos',
  'not_for_videos',
  'not_for_drafts',
  'photo_resolution_perhaps_too_high',
  'media_incomplete',
  'media_facts_unknown',
] as const;

/** TikTok's codes, sent with HTTP 200, for a creator who currently cannot post. */
export const CREATOR_REFUSALS = [
  'spam_risk_too_many_posts',
  'spam_risk_user_banned_from_posting',
  'spam_risk',
  'reached_active_user_cap',
] as const;
export type CreatorRefusal = (typeof CREATOR_REFUSALS)[number];

/** A stable, machine-readable code. */
export type RuleCode =
  | (typeof REFUSING_RULES)[number]
  | (typeof ADDRESS_RULES)[number]
  | (typeof UPLOAD_RULES)[number]
  | (typeof WARNING_RULES)[number]
  | CreatorRefusal;

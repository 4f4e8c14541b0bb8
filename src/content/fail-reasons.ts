// TikTok's codes of posting and its fail reasons. https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status
const REASONS: Record<string, string> = {
  file_format_check_failed:
    'TikTok does not take this file format: use MP4, MOV or WebM with H.264, H.265, VP8 or VP9.',
  duration_check_failed: 'The video is too short or too long for this TikTok account.',
  frame_rate_check_failed: 'The frame rate must be between 23 and 60 frames per second.',
  picture_size_check_failed: 'Each side of the picture must have 360 to 4096 pixels.',
  internal: 'TikTok had an internal problem with this post: publish it again later.',
  internal_error: 'TikTok had an internal problem with this post: publish it again later.',
  video_pull_failed: 'TikTok could not fetch the video from its address.',
  photo_pull_failed: 'TikTok could not fetch a photo from its address.',
  publish_cancelled: 'The post was cancelled.',
  auth_removed: 'The TikTok user has removed the access of this app: connect the account again.',
  spam_risk_too_many_posts:
    "The account has reached TikTok's daily limit of posts through apps: try tomorrow, or post in the TikTok app.",
  spam_risk_user_banned_from_posting: 'TikTok does not let this account post at the moment.',
  spam_risk_text: "TikTok's moderation refused the text of the post.",
  spam_risk: "TikTok's moderation refused the post.",
  reached_active_user_cap:
    'This TikTok app has reached the number of users who may post in a day: try tomorrow.',
  unaudited_client_can_only_post_to_private_accounts:
    'The TikTok app has not been audited yet. Until then only accounts set to private can post, and only with the privacy level SELF_ONLY.',
  privacy_level_option_mismatch: 'TikTok does not offer this privacy level for the account.',
  url_ownership_unverified: 'The address of the media is not on a domain verified with TikTok.',
  rate_limit_exceeded: 'Too many calls to TikTok: try again in a minute.',
  scope_not_authorized:
    'The TikTok user has not allowed posting: connect the account again and leave "post content" ticked.',
  access_token_invalid: 'TikTok no longer accepts the connection: connect the account again.',
  reconnect_needed: 'TikTok no longer accepts the connection: connect the account again.',
  invalid_params:
    'TikTok refused the request as malformed. This is a fault of this service: please report it.',
  upload_url_expired: 'The transfer to TikTok took longer than the hour it allows: publish again.',
  upload_not_found: 'TikTok no longer knows this upload: publish again.',
  upload_refused: 'TikTok refused the transfer of the file.',
  init_outcome_unknown:
    'The connection to TikTok broke while the post was being started, so nobody knows whether TikTok began it. Look at the account before you publish again.',
  tiktok_unreachable: 'TikTok could not be reached for a long time. Nothing was posted: publish again later.',
  processing_outcome_unknown:
    'TikTok has not said for more than a day what became of this post. Look at the account before you publish again.',
  staged_file_missing: 'The uploaded file is no longer on this server: upload it again in a new publication.',
};

/**
 * Why a post did not happen, as a sentence for a person.
 * @param code TikTok's or ours; an unknown one is shown as it is
 */
export function failReason(code: string): string {
  return REASONS[code] ?? `TikTok refused the post with the code "${code}".`;
}

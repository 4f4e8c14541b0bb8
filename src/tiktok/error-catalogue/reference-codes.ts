import type { ErrorFamily } from './error-entry.js';

/**
 * Codes from TikTok's documentation and from observed responses, extracted on 2026-11-22. Used only by the completeness
 * test. The list is independent of the tables, so that the test notices a lost entry.
 */
export interface ReferenceCodes {
  family: ErrorFamily;
  source: string;
  codes: string[];
}

export const REFERENCE_CODES: ReferenceCodes[] = [
  {
    family: 'oauth',
    source: 'TikTok for Developers, OAuth error handling (open API reference §1.7)',
    codes: words(`access_denied invalid_client invalid_grant invalid_request invalid_scope unauthorized_client
      unsupported_grant_type unsupported_response_type server_error temporarily_unavailable`),
  },
  {
    family: 'oauth',
    source: "errors on TikTok's consent page (open API reference §1.1, §1.2)",
    codes: words('client_key redirect_uri non_sandbox_target 10003'),
  },
  {
    family: 'open_api',
    source: 'TikTok for Developers, error handling (open API reference §6)',
    codes:
      words(`access_token_invalid scope_not_authorized scope_permission_missed invalid_params invalid_param
      invalid_file_upload rate_limit_exceeded internal_error`),
  },
  {
    family: 'open_api',
    source: 'Query creator info (open API reference §5.1)',
    codes: words(`spam_risk_too_many_posts spam_risk_user_banned_from_posting reached_active_user_cap
      access_token_invalid scope_not_authorized rate_limit_exceeded`),
  },
  {
    family: 'open_api',
    source: 'Direct post, draft and photo init (open API reference §5.3, §5.4, §5.10)',
    codes:
      words(`invalid_param invalid_params app_version_check_failed access_token_invalid scope_not_authorized
      spam_risk_too_many_posts spam_risk_user_banned_from_posting spam_risk_too_many_pending_share
      reached_active_user_cap unaudited_client_can_only_post_to_private_accounts url_ownership_unverified
      privacy_level_option_mismatch rate_limit_exceeded internal_error`),
  },
  {
    family: 'open_api',
    source: 'Get post status and cancel (open API reference §5.7, §5.8)',
    codes: words(`invalid_publish_id token_not_authorized_for_specified_publish_id publish_not_cancellable
      url_ownership_unverified access_token_invalid scope_not_authorized internal_error`),
  },
  {
    family: 'fail_reason',
    source:
      'fail_reason of the status, reason of webhooks (open API reference §5.9; Business reference §9.2)',
    codes:
      words(`file_format_check_failed duration_check_failed frame_rate_check_failed picture_size_check_failed
      internal video_pull_failed photo_pull_failed publish_cancelled auth_removed spam_risk_too_many_posts
      spam_risk_user_banned_from_posting spam_risk_text spam_risk`),
  },
  {
    family: 'authorization_removed',
    source: 'webhook authorization.removed (open API reference §8.3; Business reference §9.2)',
    codes: words('0 1 2 3 4 5'),
  },
  {
    family: 'business',
    source: 'API for Business, return codes (Business reference §11; 51004 to 51008 written out)',
    codes:
      words(`20001 40000 40001 40002 40007 40008 40016 40064 40100 40101 40102 40103 40104 40105 40106 40107
      40110 40113 40118 40119 40124 40125 40131 40132 40133 40200 40201 40202 40700 40902 40903 40908 40913 50000
      50002 51004 51005 51006 51007 51008 51065 60001`),
  },
  {
    family: 'business',
    source: 'API for Business, return codes that were missing (Business corrections of 2026-11-28, §2a)',
    codes:
      words(`40006 40010 40011 40050 40051 40052 40053 40065 40108 40109 40112 40115 40116 40117 40121 40122 40300
      40301 40502 40900 40901 40904 40907 40909 40910 40911 40915 41000 41001 41002 51305`),
  },
  {
    family: 'business',
    source: 'tokens, reports, comments, order of checks (Business reference §1, §7, §10, §13)',
    codes: words('40001 40002 40007 40008 40100 40101 40102 40103 40104 40105 40107 40110 40125 40201'),
  },
  {
    family: 'connector',
    source: 'this service: outcomes of posts and syncs, results of the OAuth callback',
    codes:
      words(`init_outcome_unknown posted_already processing_outcome_unknown tiktok_unreachable tiktok_unavailable
      http_429 staged_file_missing upload_url_expired upload_not_found upload_refused unknown reconnect_needed credential_gone token_unreadable
      integration_not_active unknown_integration state_used state_expired unknown_state code_missing consent_failed
      upload_expired video_too_large chunk_sizes_refused transfer_incomplete transfer_outcome_unknown internal_fault
      different_account integration_gone saving_delayed database_unavailable music_needs_business_account
      capability_missing token_refresh_slow tiktok_rate_limit consent_pending business_app_missing`),
  },
  {
    family: 'connector',
    source: 'this service: incomplete syncs',
    codes: words('listing_cut_short no_ad_groups'),
  },
  {
    family: 'connector',
    source: 'this service: videos and images for ads (Business reference §6, corrections §2c)',
    codes: words(`creative_file_missing creative_upload_failed creative_never_ready creative_unreachable
      creative_fault`),
  },
  {
    family: 'connector',
    source:
      'this service: TikTok rules that it checks first (reference §5.2 to §5.4, §5.12, §9.1; Business §10)',
    codes:
      words(`media_format_unsupported video_codec_unsupported video_unreadable photo_unreadable frame_rate_out_of_range picture_size_out_of_range
      photo_resolution_too_high photo_too_large video_too_short video_too_long photo_count_out_of_range caption_too_long
      photo_title_too_long too_many_mentions privacy_level_missing privacy_level_always_public cover_out_of_range
      branded_content_private disclosure_incomplete ai_label_unavailable`),
  },
];

function words(text: string): string[] {
  return text.split(/\s+/);
}

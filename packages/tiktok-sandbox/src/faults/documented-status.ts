/** The HTTP status of every error code that TikTok documents. Source: reference §5.7, §5.8, §5.10 and §6. */
export const DOCUMENTED_STATUS: Readonly<Record<string, number>> = {
  ok: 200,
  invalid_params: 400,
  invalid_param: 400,
  invalid_file_upload: 400,
  invalid_publish_id: 400,
  token_not_authorized_for_specified_publish_id: 400,
  publish_not_cancellable: 400,
  app_version_check_failed: 400,
  scope_permission_missed: 400,
  access_token_invalid: 401,
  scope_not_authorized: 401,
  spam_risk_too_many_posts: 403,
  spam_risk_user_banned_from_posting: 403,
  spam_risk_too_many_pending_share: 403,
  reached_active_user_cap: 403,
  unaudited_client_can_only_post_to_private_accounts: 403,
  url_ownership_unverified: 403,
  privacy_level_option_mismatch: 403,
  rate_limit_exceeded: 429,
  internal_error: 500,
};

/** Creator info returns these within HTTP 200. Source: reference §5.1. */
const WITHIN_200 = new Set([
  'spam_risk_too_many_posts',
  'spam_risk_user_banned_from_posting',
  'reached_active_user_cap',
]);

const UNKNOWN_CODE_STATUS = 403;

export function documentedStatus(code: string, path: string): number {
  if (path === '/v2/post/publish/creator_info/query/' && WITHIN_200.has(code)) return 200;
  return DOCUMENTED_STATUS[code] ?? UNKNOWN_CODE_STATUS;
}

import { OpenApiError } from '../open-api/open-api-error.js';
import type { ApiCall } from '../open-api/api-call.js';
import type { Publication } from './publication.js';

/**
 * Whether the creator may make one more direct post now.
 * @param status 403 at init; creator info says the same within HTTP 200
 * @throws OpenApiError spam_risk_user_banned_from_posting, spam_risk_too_many_posts
 */
export function requireMayPost(call: ApiCall, status: 403 | 200): void {
  requireNotBanned(call, status);
  const { world, account } = call;
  const cap = account.settings.postsPerDay ?? capOf(call, 'postsPerDay');
  const posts = recent(call).filter((one) => one.username === account.username && one.mode === 'direct');
  if (world.settings.rateLimits && cap !== null && posts.length >= cap)
    throw new OpenApiError(
      status,
      'spam_risk_too_many_posts',
      'The creator has made too many posts within the last 24 hours via the API.',
    );
}

/** @throws OpenApiError spam_risk_user_banned_from_posting, spam_risk_too_many_pending_share */
export function requireMayDraft(call: ApiCall): void {
  requireNotBanned(call, 403);
  const cap = capOf(call, 'pendingShares');
  const drafts = recent(call).filter(
    (one) =>
      one.username === call.account.username && one.mode === 'draft' && one.status !== 'PUBLISH_COMPLETE',
  );
  if (call.world.settings.rateLimits && cap !== null && drafts.length >= cap)
    throw new OpenApiError(
      403,
      'spam_risk_too_many_pending_share',
      'The creator has too many pending shares within the last 24 hours.',
    );
}

/** An unaudited app posts only `SELF_ONLY`, only to private accounts, for few users. @throws OpenApiError 403 */
export function requireAudienceForApp(call: ApiCall, privacy: unknown): void {
  if (call.world.settings.audited) return;
  if (!call.account.settings.private || privacy !== 'SELF_ONLY')
    throw new OpenApiError(
      403,
      'unaudited_client_can_only_post_to_private_accounts',
      'Please review our integration guidelines at https://developers.tiktok.com/doc/content-sharing-guidelines/',
    );
  const cap = capOf(call, 'unauditedUsersPerDay');
  const users = new Set(recent(call).map((one) => one.username));
  if (cap !== null && !users.has(call.account.username) && users.size >= cap)
    throw new OpenApiError(
      403,
      'reached_active_user_cap',
      'The daily quota for active publishing users from your client is reached.',
    );
}

function requireNotBanned(call: ApiCall, status: 403 | 200): void {
  if (call.account.settings.banned)
    throw new OpenApiError(
      status,
      'spam_risk_user_banned_from_posting',
      'The creator is banned from making new posts.',
    );
}

function capOf(call: ApiCall, name: 'postsPerDay' | 'pendingShares' | 'unauditedUsersPerDay'): number | null {
  return call.world.settings.limits[name] || null;
}

function recent(call: ApiCall): Publication[] {
  return call.world.publications.ofLastDay(call.world.clock.now());
}

import { OpenApiError } from '../open-api/open-api-error.js';
import type { ApiCall } from '../open-api/api-call.js';
import { isAudited, type Limits } from '../settings.js';
import type { Publication } from './publication.js';

/**
 * Checks that the creator may make one more direct post now.
 * @param status 403 at init; creator info says the same within HTTP 200
 * @throws OpenApiError spam_risk_user_banned_from_posting, spam_risk_too_many_posts
 */
export function requireMayPost(call: ApiCall, status: 403 | 200): void {
  requireNotBanned(call, status);
  const { world, account } = call;
  const cap = account.settings.postsPerDay ?? capOf(call, 'postsPerDay');
  const posts = recent(call).filter((one) => one.mode === 'direct');
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
  const drafts = recent(call).filter((one) => one.mode === 'draft' && one.status !== 'PUBLISH_COMPLETE');
  if (cap !== null && drafts.length >= cap)
    throw new OpenApiError(
      403,
      'spam_risk_too_many_pending_share',
      'The creator has too many pending shares within the last 24 hours.',
    );
}

/** An unaudited app posts only `SELF_ONLY`, only to private accounts. @throws OpenApiError 403 */
export function requireAudienceForApp(call: ApiCall, privacy: unknown): void {
  if (isAudited(call.world.settings)) return;
  if (call.account.settings.private && privacy === 'SELF_ONLY') return;
  throw new OpenApiError(
    403,
    'unaudited_client_can_only_post_to_private_accounts',
    'Please review our integration guidelines at https://developers.tiktok.com/doc/content-sharing-guidelines/',
  );
}

/**
 * Limits how many creators a day may post through one app.
 * @throws OpenApiError reached_active_user_cap
 */
export function requireActiveUser(call: ApiCall, status: 403 | 200): void {
  const { account, world } = call;
  const cap = capOf(call, isAudited(world.settings) ? 'activeUsersPerDay' : 'unauditedUsersPerDay');
  if (cap === null) return;
  const users = world.publications.usersOfLastDay(world.clock.now());
  if (!users.has(account.username) && users.size >= cap)
    throw new OpenApiError(
      status,
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

function capOf(call: ApiCall, name: keyof Limits): number | null {
  const { limits, rateLimits } = call.world.settings;
  return (rateLimits && limits[name]) || null;
}

function recent(call: ApiCall): Publication[] {
  return call.world.publications.ofLastDay(call.account.username, call.world.clock.now());
}

import type { PrivacyLevel } from '../../tiktok/index.js';
import { isPrivateAccount, type CheckedPost, type RuleContext } from './checked-post.js';
import type { PostProblem, PostRule } from './post-problem.js';

/** TikTok's own labels. */
export const PRIVACY_LABELS: Record<PrivacyLevel, string> = {
  PUBLIC_TO_EVERYONE: 'Everyone',
  MUTUAL_FOLLOW_FRIENDS: 'Friends',
  FOLLOWER_OF_CREATOR: 'Followers',
  SELF_ONLY: 'Only you',
};

/** Checks the privacy level of direct posts. For drafts, the creator chooses it in the app. */
export const privacyRules: PostRule = (post, context) => {
  if (post.mode === 'draft') return [];
  return [
    ...missing(post),
    ...alwaysPublic(post),
    ...beforeAudit(post, context),
    ...notOffered(post, context),
  ];
};

function missing({ privacyLevel }: CheckedPost): PostProblem[] {
  if (privacyLevel) return [];
  return [
    {
      field: 'privacyLevel',
      rule: 'privacy_level_missing',
      message: 'Choose who can see the post. TikTok requires an explicit choice.',
      fix: 'Set privacyLevel to one of the levels that the account offers.',
    },
  ];
}

/** Prevents a video with a restricted audience from becoming public. */
function alwaysPublic({ kind, route, privacyLevel }: CheckedPost): PostProblem[] {
  if (route !== 'business' || kind !== 'video') return [];
  if (!privacyLevel || privacyLevel === 'PUBLIC_TO_EVERYONE') return [];
  return [
    {
      field: 'privacyLevel',
      rule: 'privacy_level_always_public',
      value: privacyLevel,
      limit: 'PUBLIC_TO_EVERYONE',
      message: 'Videos published through the Business API are always public.',
      fix: 'Choose PUBLIC_TO_EVERYONE, or reconnect the account with the video.publish scope, which allows the other levels.',
    },
  ];
}

function beforeAudit({ route, privacyLevel }: CheckedPost, { audited, creator }: RuleContext): PostProblem[] {
  if (audited || route !== 'open_api' || !privacyLevel) return [];
  const isPublicPost = privacyLevel !== 'SELF_ONLY';
  const isPublicAccount = creator !== undefined && !isPrivateAccount(creator);
  if (!isPublicPost && !isPublicAccount) return [];
  return [
    {
      field: isPublicPost ? 'privacyLevel' : 'integrationId',
      rule: 'unaudited_client_can_only_post_to_private_accounts',
      value: isPublicPost ? privacyLevel : 'public account',
      limit: isPublicPost ? 'SELF_ONLY' : 'private account',
      message: `${BEFORE_AUDIT} ${isPublicPost ? `This post is set to “${PRIVACY_LABELS[privacyLevel]}”.` : 'This account is currently public.'}`,
      fix: BEFORE_AUDIT_FIX,
    },
  ];
}

function notOffered({ route, kind, privacyLevel }: CheckedPost, { creator }: RuleContext): PostProblem[] {
  // Business videos are sent without a privacy level.
  if (!creator || !privacyLevel || (route === 'business' && kind === 'video')) return [];
  const { privacyLevels } = creator;
  if (privacyLevels.includes(privacyLevel)) return [];
  const offered = privacyLevels.join(', ');
  return [
    {
      field: 'privacyLevel',
      rule: 'privacy_level_option_mismatch',
      value: privacyLevel,
      limit: offered,
      message: `TikTok does not currently offer “${PRIVACY_LABELS[privacyLevel]}” for this account. Private accounts cannot post to everyone, and public accounts cannot post to followers only.`,
      fix: `Choose one of ${offered}.`,
    },
  ];
}

/** The restriction on every new app until TikTok audits it. */
export const BEFORE_AUDIT =
  'TikTok has not audited this app yet. Until it does, at most 5 users can post in 24 hours, only to accounts set to private, and only with SELF_ONLY.';
export const BEFORE_AUDIT_FIX =
  'Set the account to private in the TikTok app and choose SELF_ONLY. Or send the post as a draft and finish it in the TikTok app. Or ask your administrator to pass the audit and set TIKTOK_APP_AUDITED=true.';

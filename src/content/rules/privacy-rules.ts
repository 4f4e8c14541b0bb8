import { isPrivateAccount, type CheckedPost, type Surroundings } from './checked-post.js';
import type { PostProblem, PostRule } from './post-problem.js';
import { PRIVACY_LABELS } from './privacy-labels.js';

/** Who may see a direct post. For drafts the creator chooses in the app. */
export const privacyRules: PostRule = (post, around) => {
  if (post.mode === 'draft') return [];
  return [...missing(post), ...alwaysPublic(post), ...beforeAudit(post, around), ...notOffered(post, around)];
};

function missing({ privacyLevel }: CheckedPost): PostProblem[] {
  if (privacyLevel) return [];
  return [
    {
      field: 'privacyLevel',
      rule: 'privacy_level_missing',
      message: 'Nobody has chosen who may see the post; TikTok wants a person to, and has no default.',
      fix: 'Choose one of the privacy levels that the account offers.',
    },
  ];
}

/** A video that somebody wants few people to see must not become public on the way. */
function alwaysPublic({ kind, route, privacyLevel }: CheckedPost): PostProblem[] {
  if (route !== 'business' || kind !== 'video') return [];
  if (!privacyLevel || privacyLevel === 'PUBLIC_TO_EVERYONE') return [];
  return [
    {
      field: 'privacyLevel',
      rule: 'privacy_level_always_public',
      value: privacyLevel,
      limit: 'PUBLIC_TO_EVERYONE',
      message: 'Videos that go through the Business API are always public.',
      fix: 'Choose PUBLIC_TO_EVERYONE, or connect the account with the scope video.publish, which allows the other levels.',
    },
  ];
}

function beforeAudit(
  { route, privacyLevel }: CheckedPost,
  { audited, creator }: Surroundings,
): PostProblem[] {
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
      message: `${BEFORE_AUDIT} ${isPublicPost ? `This post is for “${PRIVACY_LABELS[privacyLevel]}”.` : 'This account is public at the moment.'}`,
      fix: BEFORE_AUDIT_FIX,
    },
  ];
}

function notOffered({ route, kind, privacyLevel }: CheckedPost, { creator }: Surroundings): PostProblem[] {
  // Videos of the Business API carry no level.
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
      message: `TikTok does not offer “${PRIVACY_LABELS[privacyLevel]}” for this account now: a private account cannot post for everyone, a public one not for followers only.`,
      fix: `Choose one of ${offered}.`,
    },
  ];
}

/** The wall that every new app stands before. */
export const BEFORE_AUDIT =
  'TikTok has not audited this app yet: until it has, at most 5 users may post through it in 24 hours, only to accounts that are set to private at that time, and only with SELF_ONLY.';
export const BEFORE_AUDIT_FIX =
  'Set the account to private in the TikTok app and choose SELF_ONLY; or send the post as a draft, which the creator posts in the app; or have whoever runs the TikTok app pass the audit and set TIKTOK_APP_AUDITED=true.';

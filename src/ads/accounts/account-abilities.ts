import { DomainError } from '../../common/index.js';
import {
  explainError,
  isTransient,
  TikTokApiError,
  type AdIdentity,
  type AdPixel,
} from '../../tiktok/index.js';
import type { AdAccountCapability } from './ad-account-capability.entity.js';
import type { AccountAbilityView, AccountProblemView } from './dto/ads-account.view.js';

/** TikTok's answer, or why there is none. */
export type Asked<T> = { value: T } | { problem: AccountProblemView };

const SMART_PLUS_UNKNOWN: AccountProblemView = {
  code: 'not_tried_yet',
  reason: 'TikTok shows only when a campaign is created whether this account may use Upgraded Smart+.',
  fix: 'Create the campaign. If TikTok refuses it, this says so, and what to do.',
};
const ALLOWLIST =
  'Ask your TikTok representative to put this ad account on the allowlist for Upgraded Smart+.';
const NO_IDENTITY: AccountProblemView = {
  code: 'no_identity',
  reason: 'No TikTok account is linked to this ad account, so no ad can appear on TikTok.',
  fix: 'Link a TikTok account in the Business Center and assign it to this ad account, or authorise a post by its code.',
};
const NO_PIXEL: AccountProblemView = {
  code: 'no_pixel',
  reason: 'This ad account has no pixel, so campaigns cannot optimise for conversions on a website.',
  fix: 'Create a pixel in TikTok Events Manager, or link one to this ad account.',
};

const NO_COMMENT_YET: AccountProblemView = {
  code: 'no_comment_yet',
  reason:
    'TikTok shows only with a comment whether the ad account may answer it, and the inbox has none yet.',
  fix: 'Wait for the first comment under an ad.',
};
const NOT_GRANTED: AccountProblemView = {
  code: 'ad_answer_not_granted',
  reason: 'The identity of the ad with the newest comment does not let the ad account manage comments.',
  fix: 'Ask its owner to allow that in TikTok, or connect the TikTok account that owns the post: it can answer, too.',
};

export function smartPlusAbility(noted: AdAccountCapability | null): AccountAbilityView {
  const ability = 'smart_plus' as const;
  if (!noted) return { ability, state: 'unknown', count: null, problem: SMART_PLUS_UNKNOWN };
  if (noted.allowed) return { ability, state: 'yes', count: null, problem: null };
  const code = noted.code ?? '';
  const reason = explainError('business', code).message;
  return { ability, state: 'no', count: null, problem: { code, reason, fix: ALLOWLIST } };
}

/** Custom identities do not count, because TikTok no longer shows their ads. */
export function identitiesAbility(asked: Asked<AdIdentity[]>): AccountAbilityView {
  return counted('identities', asked, isUsableIdentity, NO_IDENTITY);
}

export function pixelsAbility(asked: Asked<AdPixel[]>): AccountAbilityView {
  return counted('pixels', asked, () => true, NO_PIXEL);
}

export function isUsableIdentity(identity: AdIdentity): boolean {
  const { identity_type: type, available_status: status } = identity;
  return type !== 'CUSTOMIZED_USER' && (status ?? 'AVAILABLE') === 'AVAILABLE';
}

/** @param canAnswer what the newest comment under the account's ads says */
export function commentsAbility(canAnswer: boolean | null): AccountAbilityView {
  const ability = 'answer_comments' as const;
  if (canAnswer === null) return { ability, state: 'unknown', count: null, problem: NO_COMMENT_YET };
  return canAnswer
    ? { ability, state: 'yes', count: null, problem: null }
    : { ability, state: 'no', count: null, problem: NOT_GRANTED };
}

/** @throws errors that say nothing about the account */
export function problemFrom(error: unknown): AccountProblemView {
  if (error instanceof TikTokApiError && !isTransient(error)) {
    const { message } = explainError(error.family, error.code, error.tiktokMessage);
    return { code: error.code, reason: error.tiktokMessage || message, fix: message };
  }
  if (isTransient(error))
    return {
      code: 'tiktok_unavailable',
      reason: 'TikTok did not answer.',
      fix: 'Try again shortly.',
    };
  if (error instanceof DomainError)
    return { code: error.code, reason: error.message, fix: 'Connect the ad accounts again.' };
  throw error;
}

function counted<Item>(
  ability: 'identities' | 'pixels',
  asked: Asked<Item[]>,
  counts: (item: Item) => boolean,
  none: AccountProblemView,
): AccountAbilityView {
  if ('problem' in asked) return { ability, state: 'unknown', count: null, problem: asked.problem };
  const count = asked.value.filter(counts).length;
  return count > 0
    ? { ability, state: 'yes', count, problem: null }
    : { ability, state: 'no', count, problem: none };
}

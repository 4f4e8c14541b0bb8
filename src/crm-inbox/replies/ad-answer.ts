import { ConflictError } from '../../common/index.js';
import type { AdCommentTarget } from '../../tiktok/index.js';
import type { AdPlacement } from '../facts/ad-placement.js';

/** The ad through which an ad account acts on comments. */
export interface AdAnswer extends Omit<AdCommentTarget, 'comment_id'> {
  accountId: string;
}

/** Why no ad account can answer a comment. The last one is the nearest to success. */
const OBSTACLES = ['no_ad', 'not_connected', 'smart_plus', 'identity', 'not_granted'] as const;
export type AdObstacle = (typeof OBSTACLES)[number];

// TikTok takes no other kinds for replies and deletions.
const IDENTITIES = new Set(['CUSTOMIZED_USER', 'TT_USER']);

/** Chooses the ad through which a comment is answered. @param connected ad accounts that the organisation may use */
export function adAnswer(
  placements: readonly AdPlacement[],
  connected: ReadonlySet<string>,
): AdAnswer | AdObstacle {
  const found = placements.map((one) => (one.canAnswer === false ? 'not_granted' : usableAd(one, connected)));
  return found.find((one) => typeof one === 'object') ?? nearest(found);
}

/** Chooses the ad through which a comment is deleted that its identity wrote. */
export function adDeletion(
  placements: readonly AdPlacement[],
  connected: ReadonlySet<string>,
): AdAnswer | AdObstacle {
  const found = placements.map((one) => (one.canDelete ? usableAd(one, connected) : 'not_granted'));
  return found.find((one) => typeof one === 'object') ?? nearest(found);
}

/** The error that says why a comment cannot be answered through an ad account, and what to do. */
export function cannotAnswer(obstacle: AdObstacle): ConflictError {
  const { code, message } = REASONS[obstacle];
  return new ConflictError(code, message);
}

function usableAd(one: AdPlacement, connected: ReadonlySet<string>): AdAnswer | AdObstacle {
  const { accountId, adId, itemId, identityId, identityType } = one;
  if (!connected.has(accountId)) return 'not_connected';
  if (adId === null) return 'smart_plus';
  if (itemId === null || identityId === null || identityType === null || !IDENTITIES.has(identityType))
    return 'identity';
  return {
    accountId,
    ad_id: adId,
    tiktok_item_id: itemId,
    identity_id: identityId,
    identity_type: identityType,
  };
}

function nearest(found: readonly (AdAnswer | AdObstacle)[]): AdObstacle {
  return OBSTACLES.findLast((one) => found.includes(one)) ?? 'no_ad';
}

const OR_THE_ACCOUNT =
  'Connect the TikTok account that owns the post, with the access to comments, and try again.';
const REASONS: Record<AdObstacle, { code: string; message: string }> = {
  no_ad: {
    code: 'ad_unknown',
    message: `The service does not know the ad of this comment. Start the sync ad_comments. Or: ${OR_THE_ACCOUNT}`,
  },
  not_connected: {
    code: 'ad_account_not_connected',
    message: `The ad account that shows this comment is no longer connected. Connect the ad accounts again. Or: ${OR_THE_ACCOUNT}`,
  },
  smart_plus: {
    code: 'ad_answer_unsupported',
    message: `Through an ad account, TikTok takes neither replies nor deletions for Upgraded Smart+ ads. ${OR_THE_ACCOUNT}`,
  },
  identity: {
    code: 'ad_answer_unsupported',
    message: `TikTok lets the ad account act only for a linked TikTok account or a custom identity, and this ad has another one. ${OR_THE_ACCOUNT}`,
  },
  not_granted: {
    code: 'ad_answer_not_granted',
    message:
      'The identity of this ad does not let the ad account manage comments. Ask its owner to allow that in TikTok, and start ' +
      `the sync ad_comments. Or: ${OR_THE_ACCOUNT}`,
  },
};

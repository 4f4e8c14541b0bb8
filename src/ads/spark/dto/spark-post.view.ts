import type { SparkPostRow } from '../spark-post.entity.js';

/** Whom the ad of the post appears from. */
export class SparkIdentityView {
  /** AUTH_CODE, TT_USER or BC_AUTH_TT. */
  type: string;

  id: string;

  name: string | null;
}

/** A creator's post that an ad account may promote. */
export class SparkPostView {
  /** @format uuid */
  id: string;

  accountId: string;

  /**
   * `authorizing`: TikTok has not confirmed it; send the code again. `expired`: the time that the creator allowed is over.
   * `revoked`: the creator took it back. `unbound`: your organisation gave it up.
   */
  status: 'authorizing' | 'authorized' | 'expired' | 'revoked' | 'failed' | 'unbound';

  /** The `postId` of a creative. */
  postId: string | null;

  /** VIDEO or CAROUSEL. */
  itemType: string | null;

  text: string | null;

  identity: SparkIdentityView | null;

  /** Ads with the post stop at this time. */
  authorizedUntil: Date | null;

  coverUrl: string | null;

  failCode: string | null;

  /** Why it failed and what to do, as text to show to the user. */
  failReason: string | null;

  createdAt: Date;

  /** When TikTok was last asked about it. */
  asOf: Date;
}

/** A post of a connected account, which ads may promote without a code. */
export class OwnPostView {
  /** The `postId` of a creative. */
  postId: string;

  itemType: string | null;

  text: string | null;

  identity: SparkIdentityView;

  coverUrl: string | null;

  durationSeconds: number | null;
}

export class OwnPostsAnswer {
  /** The newest posts of each identity, at most 20. */
  items: OwnPostView[];

  /** When TikTok answered. */
  asOf: Date;
}

export function toSparkPostView(row: SparkPostRow, now: Date): SparkPostView {
  const { id, accountId, itemId, details, authorizedUntil, failCode, failReason, createdAt, updatedAt } = row;
  const identityId = details?.identityId;
  return {
    id,
    accountId,
    status: statusOf(row, now),
    postId: itemId,
    itemType: details?.itemType ?? null,
    text: details?.text ?? null,
    identity: identityId
      ? { type: details.identityType ?? 'AUTH_CODE', id: identityId, name: details.creatorName }
      : null,
    authorizedUntil,
    coverUrl: details?.coverUrl ?? null,
    failCode,
    failReason,
    createdAt,
    asOf: updatedAt,
  };
}

function statusOf({ status, details, authorizedUntil }: SparkPostRow, now: Date): SparkPostView['status'] {
  if (status !== 'authorized') return status;
  if (details?.authStatus === 'CANCELED') return 'revoked';
  const isOver = authorizedUntil !== null && authorizedUntil <= now;
  return details?.authStatus === 'EXPIRED' || isOver ? 'expired' : 'authorized';
}

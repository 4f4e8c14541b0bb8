import { ConflictError, UnavailableError } from '../../common/index.js';
import { outcomeUnknown, TikTokApiError, toHttpError, type AccountComment } from '../../tiktok/index.js';
import type { Visibility } from '../facts/visibility.js';

export const MESSAGE_ACTIONS = ['hide', 'unhide', 'like', 'unlike', 'delete'] as const;
/** What a user does to a comment. Each one sets a state, so that a repeated one changes nothing. */
export type MessageAction = (typeof MESSAGE_ACTIONS)[number];

/** @throws ConflictError if TikTok would certainly refuse the action */
export function checkAction(
  action: MessageAction,
  { visibility, kind }: { visibility: Visibility; kind: string },
): void {
  if (kind === 'message') throw new ConflictError('action_unsupported', NOT_A_COMMENT);
  if (visibility === 'deleted' && action !== 'delete') throw commentDeleted();
}

export function notOwnComment(): ConflictError {
  return new ConflictError('not_own_comment', NOT_OWN);
}

/** True if TikTok's comment is in the state that the action sets; undefined if that cannot be seen. */
export function isDone(
  action: MessageAction,
  { status, liked }: Partial<AccountComment>,
): boolean | undefined {
  if (action === 'hide' || action === 'unhide')
    return status === undefined ? undefined : (status === 'HIDDEN') === (action === 'hide');
  if (action === 'delete') return undefined;
  return liked === undefined ? undefined : liked === (action === 'like');
}

/** True if TikTok has no such comment. */
export function isGone(error: unknown): boolean {
  return error instanceof TikTokApiError && error.code === '40007';
}

export function commentDeleted(): ConflictError {
  return new ConflictError('comment_deleted', 'The comment was deleted on TikTok. Nothing was changed.');
}

/** Turns a failed call into an error with advice for the waiting user. */
export function actionError(error: unknown): unknown {
  if (!outcomeUnknown(error)) return toHttpError(error);
  return new UnavailableError(
    'tiktok_unavailable',
    "TikTok didn't respond, so the change isn't confirmed. Try again: it is safe to repeat.",
    { cause: error },
  );
}

const NOT_A_COMMENT = 'Only comments can be changed here.';
const NOT_OWN = 'TikTok lets you delete only your own comments. Hide this one instead.';

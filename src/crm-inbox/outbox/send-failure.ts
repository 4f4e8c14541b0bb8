import { DomainError } from '../../common/index.js';
import { stepFailure } from '../../integrations/index.js';
import { explainError, isTransient, outcomeUnknown, TikTokApiError } from '../../tiktok/index.js';

/** What a failed call means for the message that it was to send. */
export type SendFailure =
  /** TikTok may have it. */
  | { kind: 'unknown' }
  /** TikTok has not received it. It may be sent later. */
  | { kind: 'unsent' }
  /** TikTok, or this service, has refused it. */
  | { kind: 'refused'; code: string; message: string }
  /** A fault of ours at an unclear moment. */
  | { kind: 'fault' };

const GONE = '40007';

/** Classifies the error of a call that sends. Pure. */
export function sendFailure(error: unknown): SendFailure {
  if (outcomeUnknown(error)) return { kind: 'unknown' };
  if (isTransient(error) || isPassing(error)) return { kind: 'unsent' };
  if (error instanceof TikTokApiError) {
    const { message } = explainError(error.family, error.code, error.tiktokMessage);
    if (error.code === GONE && !isDirect(error))
      return { kind: 'refused', code: 'comment_gone', message: COMMENT_GONE };
    return { kind: 'refused', code: error.code, message };
  }
  // Thrown before the call leaves: a missing capability, or a connection that has ended.
  if (error instanceof DomainError) return { kind: 'refused', code: error.code, message: error.message };
  return { kind: 'fault' };
}

function isDirect({ origin }: TikTokApiError): boolean {
  return origin.path.includes('/business/message/');
}

/** Thrown before the call leaves: a token is being refreshed, or another process has its key. */
function isPassing(error: unknown): boolean {
  if (stepFailure(error).error !== error) return true;
  return error instanceof DomainError && (error.status === 503 || error.status === 429);
}

const COMMENT_GONE =
  'The comment was deleted on TikTok, so it can no longer be answered. Nothing was posted.';

import { NotYetError, type StepFailure } from '../../jobs/index.js';
import { isTransient, retryAfterSeconds } from '../../tiktok/index.js';
import { TokenUnreadableError } from './credential.errors.js';

const KEY_ELSEWHERE_SECONDS = 5;

/**
 * Classifies an error that ended a step which calls TikTok with an account's token. If another process holds the key of that
 * token, the step only waits: the next process that claims the row may be able to read it.
 */
export function stepFailure(error: unknown): StepFailure {
  const isKeyElsewhere = error instanceof TokenUnreadableError && error.heldElsewhere;
  return {
    error: isKeyElsewhere
      ? new NotYetError("another process holds this account's encryption key", KEY_ELSEWHERE_SECONDS)
      : error,
    retryable: isTransient(error),
    retryAfterSeconds: retryAfterSeconds(error),
  };
}

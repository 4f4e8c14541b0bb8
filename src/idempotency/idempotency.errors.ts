import { ConflictError, InProgressError, UnprocessableError } from '../common/index.js';

const ASK_AGAIN_SECONDS = 1;

export function inProgress(): InProgressError {
  return new InProgressError(
    'idempotency_in_progress',
    `The first call with this Idempotency-Key is still under way. Retry after ${ASK_AGAIN_SECONDS} s.`,
    ASK_AGAIN_SECONDS,
  );
}

export function keyReused(): UnprocessableError {
  return new UnprocessableError(
    'idempotency_key_reused',
    'This Idempotency-Key was used for a call with another body. Send the same body again, or use a new key.',
  );
}

/** The encryption key of the stored answer is gone. Doing the work again might do it twice. */
export function answerLost(): ConflictError {
  return new ConflictError(
    'idempotency_answer_lost',
    'This call was answered before, and its answer can no longer be read. Look whether its work is done; for another one use a new key.',
  );
}

/** The process was away for longer than its lease, and another one has taken the call over. */
export function takenOver(): InProgressError {
  return new InProgressError(
    'idempotency_in_progress',
    `Another call with this Idempotency-Key has taken over. Retry after ${ASK_AGAIN_SECONDS} s.`,
    ASK_AGAIN_SECONDS,
  );
}

import { ConflictError, InProgressError, UnprocessableError } from '../common/index.js';

const RETRY_AFTER_SECONDS = 1;

export function inProgress(): InProgressError {
  return new InProgressError(
    'idempotency_in_progress',
    `The first request with this Idempotency-Key is still running. Retry after ${RETRY_AFTER_SECONDS} s.`,
    RETRY_AFTER_SECONDS,
  );
}

export function keyReused(): UnprocessableError {
  return new UnprocessableError(
    'idempotency_key_reused',
    'This Idempotency-Key was already used with a different body. Send the same body again, or use a new key.',
  );
}

/** The encryption key of the stored response is gone. Running the request again might do its work twice. */
export function responseUnreadable(): ConflictError {
  return new ConflictError(
    'idempotency_answer_lost',
    'This request was already completed, but its response can no longer be read. Check whether its work is done. To run it again, use a new key.',
  );
}

/** The process was suspended for longer than its lease, and another one has taken over the request. */
export function takenOver(): InProgressError {
  return new InProgressError(
    'idempotency_in_progress',
    `Another request with this Idempotency-Key has taken over. Retry after ${RETRY_AFTER_SECONDS} s.`,
    RETRY_AFTER_SECONDS,
  );
}

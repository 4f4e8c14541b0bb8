import { describeError, DomainError, isDeferred } from '../common/index.js';
import { LeaseLostError, NotYetError, TryLaterError } from './work.js';

/** An error that ended a step, classified by the module that knows it. An error without a class is a fault of ours. */
export interface StepFailure {
  error: unknown;
  /** What failed, for the row's last error: `init`. */
  step?: string;
  /** Retrying later may succeed. Deferrals and TryLaterErrors always may. */
  retryable?: boolean;
  /** How long the other side asked us to wait. */
  retryAfterSeconds?: number | undefined;
  /** The answer is final: retrying cannot change it. */
  rejected?: boolean;
  /** The mutation may have taken effect, so it must never be sent again. */
  outcomeUnknown?: boolean;
}

/** How often a failed step is repeated. Without a limit, forever. */
export interface RetryLimit {
  /** Deferrals do not count. 0 gives up at once, even on a deferral. */
  maxAttempts?: number;
  /** Seconds until the next attempt after a retryable failure; undefined gives up. Replaces Retry-After and backoff. */
  pauseAfter?: (attempts: number) => number | undefined;
}

/** How the work on a row continues after its step failed. */
export type Outcome =
  /** The process is stopping or has lost the lease. Throw the error and change nothing. */
  | { kind: 'stop'; error: unknown }
  /** Throw the error: the runner makes the row due again. */
  | { kind: 'retry'; error: unknown }
  | { kind: 'rejected' }
  | { kind: 'unknown' }
  /** No attempts are left. `isFault`: the error is ours and belongs in the log with its stack. */
  | { kind: 'exhausted'; isFault: boolean };

/** Decides how a failed step continues. Pure: the caller writes the outcome to the row. */
export function outcomeOf(
  failure: StepFailure,
  { signal, attempts }: { signal: Pick<AbortSignal, 'aborted'>; attempts: number },
  limit: RetryLimit = {},
): Outcome {
  const { error } = failure;
  // First of all, because a stopping process must still record it.
  if (failure.outcomeUnknown) return { kind: 'unknown' };
  if (signal.aborted || error instanceof LeaseLostError) return { kind: 'stop', error };
  const retryable = isRetryable(failure);
  if (!retryable && failure.rejected) return { kind: 'rejected' };
  const exhausted: Outcome = { kind: 'exhausted', isFault: !retryable };
  const { maxAttempts = Infinity, pauseAfter } = limit;
  if (isDeferral(error)) return maxAttempts > 0 ? { kind: 'retry', error: retryError(failure) } : exhausted;
  if (attempts >= maxAttempts) return exhausted;
  if (!retryable || !pauseAfter) return { kind: 'retry', error: retryError(failure) };
  const seconds = pauseAfter(attempts);
  return seconds === undefined ? exhausted : { kind: 'retry', error: tryLater(failure, seconds) };
}

/**
 * Returns the error to throw so that the row is due again: a TryLaterError for a retryable failure. Faults stay
 * unchanged to keep their stack.
 */
export function retryError(failure: StepFailure): unknown {
  const { error, retryAfterSeconds } = failure;
  if (error instanceof TryLaterError || !isRetryable(failure)) return error;
  return tryLater(failure, retryAfterSeconds ?? deferredSeconds(error));
}

/** True if nothing was tried: the step only waits for its turn, so it does not count as an attempt. */
export function isDeferral(error: unknown): boolean {
  if (error instanceof NotYetError || isDeferred(error)) return true;
  return error instanceof TryLaterError && isDeferral(error.cause);
}

function isRetryable({ error, retryable }: StepFailure): boolean {
  return retryable === true || error instanceof TryLaterError || isDeferred(error);
}

function deferredSeconds(error: unknown): number | undefined {
  return isDeferred(error) && error instanceof DomainError ? error.retryAfterSeconds : undefined;
}

function tryLater({ error, step }: StepFailure, seconds: number | undefined): TryLaterError {
  const { message } = describeError(error);
  return new TryLaterError(step === undefined ? message : `${step}: ${message}`, seconds, { cause: error });
}

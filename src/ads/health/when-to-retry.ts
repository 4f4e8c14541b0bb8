import { BusyError, TooManyRequestsError, UnavailableError } from '../../common/index.js';
import { isTransient, retryAfterSeconds } from '../../tiktok/index.js';

const PAUSE_SECONDS = 60;

/** @returns the seconds after which TikTok may answer; undefined if the error is about the account, or is a fault of ours */
export function whenToRetry(error: unknown): number | undefined {
  if (isTransient(error)) return retryAfterSeconds(error) ?? PAUSE_SECONDS;
  const isBusy =
    error instanceof TooManyRequestsError || error instanceof UnavailableError || error instanceof BusyError;
  return isBusy ? (error.retryAfterSeconds ?? PAUSE_SECONDS) : undefined;
}

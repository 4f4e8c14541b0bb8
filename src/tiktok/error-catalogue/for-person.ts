import {
  ConflictError,
  DomainError,
  TooManyRequestsError,
  UnavailableError,
  UpstreamRefusedError,
} from '../../common/index.js';
import {
  isTransient,
  retryAfterSeconds,
  TikTokApiError,
  TikTokRateLimitedError,
  TikTokUnavailableError,
} from '../http/tiktok-errors.js';
import type { FixableBy } from './error-entry.js';
import { explainError } from './explain-error.js';

type RefusalClass = new (code: string, message: string, options?: ErrorOptions) => DomainError;

/** The HTTP status follows from who can end the trouble: 409 the caller's side, 502 the operator, 503 TikTok. */
const BY_FIXABLE_BY: Record<FixableBy, RefusalClass> = {
  user: ConflictError,
  admin: ConflictError,
  developer: UpstreamRefusedError,
  tiktok: UnavailableError,
};

const NO_ANSWER = 'TikTok does not answer at the moment: try again shortly.';
const RETRY_AFTER_SECONDS = 5;

/**
 * Turns what TikTok has answered, or not, into a DomainError for the person who waits: TikTok's code, the catalogue's
 * sentence and a fitting status. Returns everything else unchanged.
 */
export function forPerson(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (error instanceof TikTokRateLimitedError) {
    const seconds = retryAfterSeconds(error) ?? RETRY_AFTER_SECONDS;
    return new TooManyRequestsError('tiktok_rate_limit', knownSentence(error) ?? LIMITED, seconds, {
      cause: error,
    });
  }
  if (isTransient(error)) return tiktokUnavailable(error);
  if (!(error instanceof TikTokApiError)) return error;
  const { fixableBy, message } = explainError(error.family, error.code, error.tiktokMessage);
  return new BY_FIXABLE_BY[fixableBy](error.code, message, { cause: error });
}

export function tiktokUnavailable(cause?: unknown): UnavailableError {
  const words = cause instanceof TikTokUnavailableError ? knownSentence(cause) : undefined;
  const seconds = retryAfterSeconds(cause) ?? RETRY_AFTER_SECONDS;
  return new UnavailableError('tiktok_unavailable', words ?? NO_ANSWER, {
    cause,
    retryAfterSeconds: seconds,
  });
}

const LIMITED = explainError('open_api', 'rate_limit_exceeded').message;

function knownSentence({
  origin,
  code = '',
}: Pick<TikTokUnavailableError, 'origin' | 'code'>): string | undefined {
  const { known, message } = explainError(origin.family, code);
  return known ? message : undefined;
}

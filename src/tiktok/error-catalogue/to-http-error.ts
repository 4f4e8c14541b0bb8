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

type DomainErrorClass = new (code: string, message: string, options?: ErrorOptions) => DomainError;

/** Chooses the HTTP status by who can fix the problem: 409 the caller's side, 502 the operator, 503 TikTok. */
const ERROR_CLASSES: Record<FixableBy, DomainErrorClass> = {
  user: ConflictError,
  admin: ConflictError,
  developer: UpstreamRefusedError,
  tiktok: UnavailableError,
};

const NO_RESPONSE = 'TikTok is not responding at the moment. Try again shortly.';
const RETRY_AFTER_SECONDS = 5;

/**
 * Turns a failed call to TikTok into a DomainError for an API client, with TikTok's code, the catalogue's message and a status.
 * Returns all other errors unchanged.
 */
export function toHttpError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (error instanceof TikTokRateLimitedError) {
    const seconds = retryAfterSeconds(error) ?? RETRY_AFTER_SECONDS;
    return new TooManyRequestsError('tiktok_rate_limit', knownMessage(error) ?? LIMITED, seconds, {
      cause: error,
    });
  }
  if (isTransient(error)) return tiktokUnavailable(error);
  if (!(error instanceof TikTokApiError)) return error;
  const { fixableBy, message } = explainError(error.family, error.code, error.tiktokMessage);
  return new ERROR_CLASSES[fixableBy](error.code, message, { cause: error });
}

export function tiktokUnavailable(cause?: unknown): UnavailableError {
  const message = cause instanceof TikTokUnavailableError ? knownMessage(cause) : undefined;
  const seconds = retryAfterSeconds(cause) ?? RETRY_AFTER_SECONDS;
  return new UnavailableError('tiktok_unavailable', message ?? NO_RESPONSE, {
    cause,
    retryAfterSeconds: seconds,
  });
}

const LIMITED = explainError('open_api', 'rate_limit_exceeded').message;

function knownMessage({
  origin,
  code = '',
}: Pick<TikTokUnavailableError, 'origin' | 'code'>): string | undefined {
  const { known, message } = explainError(origin.family, code);
  return known ? message : undefined;
}

import { isObject, jsonObject, originOf, text, withoutVerdict } from '../http/answer-json.js';
import {
  TikTokApiError,
  TikTokRateLimitedError,
  TikTokTokenRejectedError,
  TikTokUnavailableError,
  type AnswerOrigin,
} from '../http/tiktok-errors.js';
import type { RawAnswer } from '../http/transport.js';

/**
 * The data of an open API answer. Only `error.code == "ok"` is a success; HTTP 200 proves nothing.
 * https://developers.tiktok.com/doc/tiktok-api-v2-error-handling
 * @throws TikTokApiError, TikTokRateLimitedError, TikTokTokenRejectedError, TikTokUnavailableError
 */
export function openApiData<Data>(answer: RawAnswer): Data {
  const body = jsonObject(answer);
  const error = isObject(body.error) ? body.error : undefined;
  const origin = originOf(answer, 'open_api', text(error?.log_id) ?? text(error?.logid));
  if (error?.code === 'ok') return (body.data ?? {}) as Data;
  if (!error || typeof error.code !== 'string' || error.code === '') {
    throw withoutVerdict(answer, 'an answer without an error code');
  }
  throw refusal(error.code, text(error.message) ?? '', origin);
}

/**
 * A flat OAuth answer: success or `{error, error_description, log_id}`, with any HTTP status.
 * https://developers.tiktok.com/doc/oauth-error-handling
 */
export function oauthData<Data>(answer: RawAnswer): Data {
  // Revoking answers an empty body.
  if (answer.status === 200 && answer.body.trim() === '') return {} as Data;
  const body = jsonObject(answer);
  // A gateway in front of both kinds of endpoints answers in the other one's envelope.
  if (isObject(body.error)) return openApiData(answer);
  const origin = originOf(answer, 'oauth', text(body.log_id));
  if (typeof body.error === 'string' && body.error !== '') {
    const message = text(body.error_description) ?? '';
    if (TEMPORARY_OAUTH_ERRORS.has(body.error))
      throw new TikTokUnavailableError(origin, `${body.error} ${message}`, body.error);
    throw refusal(body.error, message, origin);
  }
  if (answer.status !== 200) throw withoutVerdict(answer, 'neither a token nor an OAuth error');
  return body as Data;
}

const TEMPORARY_OAUTH_ERRORS = new Set(['server_error', 'temporarily_unavailable']);

function refusal(code: string, message: string, origin: AnswerOrigin): Error {
  if (code === 'access_token_invalid') return new TikTokTokenRejectedError(code, message, origin);
  if (code === 'rate_limit_exceeded' || origin.httpStatus === 429)
    return new TikTokRateLimitedError(code, message, origin);
  if (code === 'internal_error' || origin.httpStatus >= 500)
    return new TikTokUnavailableError(origin, `${code} ${message}`, code);
  return new TikTokApiError(code, message, origin);
}

import { isObject, jsonObject, originOf, text, unreadable } from '../http/response-json.js';
import {
  TikTokApiError,
  TikTokRateLimitedError,
  TikTokTokenRejectedError,
  TikTokUnavailableError,
  type ResponseOrigin,
} from '../http/tiktok-errors.js';
import type { RawResponse } from '../http/transport.js';

/**
 * Returns the data of an open API response. Only `error.code == "ok"` is a success; HTTP 200 proves nothing.
 * https://developers.tiktok.com/doc/tiktok-api-v2-error-handling
 * @throws TikTokApiError, TikTokRateLimitedError, TikTokTokenRejectedError, TikTokUnavailableError
 */
export function openApiData<Data>(response: RawResponse): Data {
  const body = jsonObject(response);
  const error = isObject(body.error) ? body.error : undefined;
  const origin = originOf(response, 'open_api', text(error?.log_id) ?? text(error?.logid));
  if (error?.code === 'ok') return (body.data ?? {}) as Data;
  if (!error || typeof error.code !== 'string' || error.code === '') {
    throw unreadable(response, 'a response without an error code');
  }
  throw toError(error.code, text(error.message) ?? '', origin);
}

/**
 * Returns the data of a flat OAuth response: success or `{error, error_description, log_id}`, with any HTTP status.
 * https://developers.tiktok.com/doc/oauth-error-handling
 */
export function oauthData<Data>(response: RawResponse): Data {
  // A revocation has an empty response.
  if (response.status === 200 && response.body.trim() === '') return {} as Data;
  const body = jsonObject(response);
  // A gateway in front of both kinds of endpoints uses the other envelope.
  if (isObject(body.error)) return openApiData(response);
  const origin = originOf(response, 'oauth', text(body.log_id));
  if (typeof body.error === 'string' && body.error !== '') {
    const message = text(body.error_description) ?? '';
    if (TEMPORARY_OAUTH_ERRORS.has(body.error))
      throw new TikTokUnavailableError(origin, `${body.error} ${message}`, body.error);
    throw toError(body.error, message, origin);
  }
  if (response.status !== 200) throw unreadable(response, 'neither a token nor an OAuth error');
  return body as Data;
}

const TEMPORARY_OAUTH_ERRORS = new Set(['server_error', 'temporarily_unavailable']);

function toError(code: string, message: string, origin: ResponseOrigin): Error {
  if (code === 'access_token_invalid') return new TikTokTokenRejectedError(code, message, origin);
  if (code === 'rate_limit_exceeded' || origin.httpStatus === 429)
    return new TikTokRateLimitedError(code, message, origin);
  if (code === 'internal_error' || origin.httpStatus >= 500)
    return new TikTokUnavailableError(origin, `${code} ${message}`, code);
  return new TikTokApiError(code, message, origin);
}

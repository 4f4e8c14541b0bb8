import { noteFacts, parseForeignJson, type Json } from '../../common/index.js';
import type { ErrorFamily } from '../error-catalogue/error-entry.js';
import { CallTrace } from './call-trace.js';
import { parseRetryAfter } from './retry-after.js';
import { TikTokRateLimitedError, TikTokUnavailableError, type ResponseOrigin } from './tiktok-errors.js';
import type { RawResponse } from './transport.js';

export type JsonObject = { [key: string]: Json };

/**
 * Parses the body as a JSON object. Integers beyond 2^53 become strings, and all texts can be stored.
 * @throws the error of `unreadable` for HTML, plain text, an empty body or other JSON
 */
export function jsonObject(response: RawResponse): JsonObject {
  try {
    const body = parseForeignJson(response.body);
    if (isObject(body)) return body;
  } catch {
    // reported below
  }
  throw unreadable(response, 'a body that is not a JSON object');
}

/**
 * Creates the error for a response without the envelope of its API. Gateways do not use the envelope, so their HTTP 429 counts
 * as a rate limit.
 */
export function unreadable(response: RawResponse, detail: string): Error {
  const origin = originOf(response, 'connector', undefined);
  if (response.status === 429) return new TikTokRateLimitedError('http_429', 'a gateway responded', origin);
  return new TikTokUnavailableError(origin, detail);
}

/**
 * Describes where a response came from. The current job's log line and trace get TikTok's log id.
 * @param family the family of the response's code
 * @param bodyLogId takes precedence over the header's id
 */
export function originOf(
  response: RawResponse,
  family: ErrorFamily,
  bodyLogId: string | undefined,
): ResponseOrigin {
  const header = response.headers['x-tt-logid'];
  const logId = bodyLogId ?? (typeof header === 'string' ? header : undefined);
  noteFacts({ tiktokPath: response.path, tiktokLogId: logId });
  CallTrace.note(logId);
  const retryAfterSeconds = parseRetryAfter(response.headers['retry-after'], new Date());
  return {
    family,
    path: response.path,
    httpStatus: response.status,
    logId,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

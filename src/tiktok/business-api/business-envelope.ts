import { isObject, jsonObject, originOf, text, unreadable } from '../http/response-json.js';
import {
  TikTokApiError,
  TikTokRateLimitedError,
  TikTokTokenRejectedError,
  TikTokUnavailableError,
  type ResponseOrigin,
} from '../http/tiktok-errors.js';
import type { RawResponse } from '../http/transport.js';

/** The result of a call for several items. */
export type BusinessResult<Data> =
  | { partial: false; data: Data; requestId: string | undefined }
  /** Some items failed. `data` has the successes and a list of errors, as the endpoint documents them. */
  | { partial: true; data: Data; message: string; requestId: string | undefined };

/** The data of a call, with what TikTok says outside of it. */
export interface BusinessAnswer<Data> {
  data: Data;
  /** Names the call to TikTok's support; null if TikTok sent none. */
  requestId: string | null;
  headers: RawResponse['headers'];
}

const OK = '0';
const PARTIAL_SUCCESS = '20001';
// Per app and endpoint, per app, per parameter value, per advertiser.
const RATE_LIMITED = new Set(['40016', '40100', '40132', '40133']);
// Expired; wrong, revoked or expired. 40104 (no token) is our own bug, and no reason to refresh.
const TOKEN_REJECTED = new Set(['40102', '40105']);
// Transient by TikTok's docs or by experience. The call may or may not have taken effect.
const TRANSIENT = new Set(['40200', '40201', '40202', '40700', '40902', '40903', '40913', '60001']);

/**
 * Returns the data of a Business API response. HTTP is always 200; only `code == 0` is a success.
 * https://business-api.tiktok.com/portal/docs?id=1737172488964097
 * @throws TikTokApiError (with the code as text), TikTokRateLimitedError, TikTokTokenRejectedError,
 *   TikTokUnavailableError
 */
export function businessData<Data>(response: RawResponse): Data {
  const result = businessResult<Data>(response);
  if (!result.partial) return result.data;
  throw new TikTokApiError(PARTIAL_SUCCESS, result.message, originOf(response, 'business', undefined));
}

/** Returns the data together with TikTok's request id and the headers. @throws the errors of `businessData` */
export function businessAnswer<Data>(response: RawResponse): BusinessAnswer<Data> {
  const data = businessData<Data>(response);
  return { data, requestId: text(jsonObject(response).request_id) ?? null, headers: response.headers };
}

/** Does the same for endpoints that may succeed partially (20001). */
export function businessResult<Data>(response: RawResponse): BusinessResult<Data> {
  const body = jsonObject(response);
  const origin = originOf(response, 'business', text(body.request_id));
  const code = codeOf(body.code);
  const message = text(body.message) ?? '';
  if (code === undefined) throw unreadable(response, 'a response without a code');
  const data = (isObject(body.data) || Array.isArray(body.data) ? body.data : {}) as Data;
  const requestId = origin.logId;
  if (code === OK) return { partial: false, data, requestId };
  if (code === PARTIAL_SUCCESS) return { partial: true, data, message, requestId };
  throw toError(code, message, origin);
}

function toError(code: string, message: string, origin: ResponseOrigin): Error {
  if (RATE_LIMITED.has(code) || origin.httpStatus === 429)
    return new TikTokRateLimitedError(code, message, origin);
  if (TOKEN_REJECTED.has(code)) return new TikTokTokenRejectedError(code, message, origin);
  if (TRANSIENT.has(code) || /^5\d{4}$/.test(code) || origin.httpStatus >= 500)
    return new TikTokUnavailableError(origin, `${code} ${message}`, code);
  return new TikTokApiError(code, message, origin);
}

function codeOf(value: unknown): string | undefined {
  const code = typeof value === 'number' ? String(value) : value;
  return typeof code === 'string' && /^\d{1,9}$/.test(code) ? code : undefined;
}

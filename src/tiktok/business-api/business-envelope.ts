import { isObject, jsonObject, originOf, text, withoutVerdict } from '../http/answer-json.js';
import {
  TikTokApiError,
  TikTokRateLimitedError,
  TikTokTokenRejectedError,
  TikTokUnavailableError,
  type AnswerOrigin,
} from '../http/tiktok-errors.js';
import type { RawAnswer } from '../http/transport.js';

/** What a call for several items at once came to. */
export type BusinessResult<Data> =
  | { partial: false; data: Data }
  /** Some items failed: `data` holds the successes and a list of errors, as the endpoint documents it. */
  | { partial: true; data: Data; message: string };

const OK = '0';
const PARTIAL_SUCCESS = '20001';
// Per app and endpoint, per app, per parameter value, per advertiser.
const RATE_LIMITED = new Set(['40016', '40100', '40132', '40133']);
// Expired; wrong, revoked or expired. 40104 (no token at all) is our own mistake and no reason to refresh.
const TOKEN_REJECTED = new Set(['40102', '40105']);
// "Try again" by TikTok's word or by experience, without saying whether anything was done.
const PASSING = new Set(['40200', '40201', '40202', '40700', '40902', '40903', '40913', '60001']);

/**
 * The data of a Business API answer. HTTP is 200 whatever happened; only `code == 0` is a success.
 * https://business-api.tiktok.com/portal/docs?id=1737172488964097
 * @throws TikTokApiError (with the number as text), TikTokRateLimitedError, TikTokTokenRejectedError,
 *   TikTokUnavailableError
 */
export function businessData<Data>(answer: RawAnswer): Data {
  const result = businessResult<Data>(answer);
  if (!result.partial) return result.data;
  throw new TikTokApiError(PARTIAL_SUCCESS, result.message, originOf(answer, 'business', undefined));
}

/** The same for endpoints that may succeed in part (20001). */
export function businessResult<Data>(answer: RawAnswer): BusinessResult<Data> {
  const body = jsonObject(answer);
  const origin = originOf(answer, 'business', text(body.request_id));
  const code = codeOf(body.code);
  const message = text(body.message) ?? '';
  if (code === undefined) throw withoutVerdict(answer, 'an answer without a code');
  const data = (isObject(body.data) || Array.isArray(body.data) ? body.data : {}) as Data;
  if (code === OK) return { partial: false, data };
  if (code === PARTIAL_SUCCESS) return { partial: true, data, message };
  throw refusal(code, message, origin);
}

function refusal(code: string, message: string, origin: AnswerOrigin): Error {
  if (RATE_LIMITED.has(code) || origin.httpStatus === 429)
    return new TikTokRateLimitedError(code, message, origin);
  if (TOKEN_REJECTED.has(code)) return new TikTokTokenRejectedError(code, message, origin);
  if (PASSING.has(code) || /^5\d{4}$/.test(code) || origin.httpStatus >= 500)
    return new TikTokUnavailableError(origin, `${code} ${message}`, code);
  return new TikTokApiError(code, message, origin);
}

function codeOf(value: unknown): string | undefined {
  const code = typeof value === 'number' ? String(value) : value;
  return typeof code === 'string' && /^\d{1,9}$/.test(code) ? code : undefined;
}

import { noteFacts, parseForeignJson, type Json } from '../../common/index.js';
import type { ErrorFamily } from '../error-catalogue/error-entry.js';
import { parseRetryAfter } from './retry-after.js';
import { TikTokRateLimitedError, TikTokUnavailableError, type AnswerOrigin } from './tiktok-errors.js';
import type { RawAnswer } from './transport.js';

export type JsonObject = { [key: string]: Json };

/**
 * The body as a JSON object, whose integers beyond 2^53 are strings and whose texts can be stored.
 * @throws what `withoutVerdict` says, for HTML, plain text, an empty body or any other JSON
 */
export function jsonObject(answer: RawAnswer): JsonObject {
  try {
    const body = parseForeignJson(answer.body);
    if (isObject(body)) return body;
  } catch {
    // told below
  }
  throw withoutVerdict(answer, 'what is not a JSON object');
}

/**
 * The error for an answer that lacks what its API says success and failure by. A gateway that finds the calls too many
 * knows no envelope: there HTTP 429 is all the verdict there is.
 */
export function withoutVerdict(answer: RawAnswer, detail: string): Error {
  const origin = originOf(answer, 'connector', undefined);
  if (answer.status === 429) return new TikTokRateLimitedError('http_429', 'a gateway answered', origin);
  return new TikTokUnavailableError(origin, detail);
}

/**
 * Where an answer came from. The log line of the job under way gets TikTok's id of it.
 * @param family whose words the code of the answer is in
 * @param bodyLogId from the body; otherwise it is the header's
 */
export function originOf(
  answer: RawAnswer,
  family: ErrorFamily,
  bodyLogId: string | undefined,
): AnswerOrigin {
  const header = answer.headers['x-tt-logid'];
  const logId = bodyLogId ?? (typeof header === 'string' ? header : undefined);
  noteFacts({ tiktokPath: answer.path, tiktokLogId: logId });
  const retryAfterSeconds = parseRetryAfter(answer.headers['retry-after'], new Date());
  return {
    family,
    path: answer.path,
    httpStatus: answer.status,
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

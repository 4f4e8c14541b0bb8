import { parseForeignJson, type Json } from '../../common/index.js';
import { TikTokUnavailableError, type AnswerOrigin } from './tiktok-errors.js';
import type { RawAnswer } from './transport.js';

export type JsonObject = { [key: string]: Json };

/**
 * The body as a JSON object, whose integers beyond 2^53 are strings and whose texts can be stored.
 * @throws TikTokUnavailableError for HTML, plain text, an empty body or any other JSON
 */
export function jsonObject(answer: RawAnswer): JsonObject {
  try {
    const body = parseForeignJson(answer.body);
    if (isObject(body)) return body;
  } catch {
    // told below
  }
  throw new TikTokUnavailableError(originOf(answer, undefined), 'what is not a JSON object');
}

/** @param logId from the body; otherwise it is the header's */
export function originOf(answer: RawAnswer, logId: string | undefined): AnswerOrigin {
  const header = answer.headers['x-tt-logid'];
  return {
    path: answer.path,
    httpStatus: answer.status,
    logId: logId ?? (typeof header === 'string' ? header : undefined),
  };
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

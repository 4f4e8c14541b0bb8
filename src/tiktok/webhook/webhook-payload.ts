import { parseForeignJson, type Json } from '../../common/index.js';

/** A webhook delivery of either API family. `content` is JSON text. https://developers.tiktok.com/doc/webhooks-overview */
export interface WebhookPayload {
  clientKey: string;
  event: string;
  /** UTC seconds; undefined if TikTok does not send a valid time. */
  createTime: number | undefined;
  /** Absent in portability events. */
  userOpenId: string | undefined;
  content: string;
}

// The year 5138 in seconds, or 1973 in milliseconds. No event has either date.
const FIRST_MILLISECONDS = 1e11;

/**
 * Parses a delivery as leniently as possible, since a rejected delivery may be lost.
 * @returns undefined if the body has no app or no event
 */
export function parseWebhook(rawBody: Buffer): WebhookPayload | undefined {
  const body = parseObject(rawBody.toString('utf8'));
  if (!body) return undefined;
  const [clientKey, event] = [textOf(body.client_key), body.event];
  if (clientKey === undefined || typeof event !== 'string' || event === '') return undefined;
  return {
    clientKey,
    event,
    createTime: webhookSeconds(body.create_time),
    userOpenId: textOf(body.user_openid),
    content: contentOf(body.content),
  };
}

/** Parses `content`, in which ids may be 19-digit numbers. Returns an empty object for anything but an object. */
export function parseWebhookContent(content: string): Record<string, Json | undefined> {
  return parseObject(content) ?? {};
}

/**
 * Parses a time from TikTok: seconds or milliseconds, as a number or as digits.
 * @returns UTC seconds; undefined for any other value
 */
export function webhookSeconds(value: unknown): number | undefined {
  const isTime = typeof value === 'number' || (typeof value === 'string' && /^\d{1,16}$/.test(value));
  const time = isTime ? Number(value) : Number.NaN;
  const seconds = time >= FIRST_MILLISECONDS ? time / 1000 : time;
  return seconds > 0 && seconds < FIRST_MILLISECONDS ? seconds : undefined;
}

/** Accepts numbers too, since ids of apps and accounts may be numbers. */
function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function contentOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : '';
}

function parseObject(text: string): Record<string, Json | undefined> | undefined {
  try {
    const value = parseForeignJson(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

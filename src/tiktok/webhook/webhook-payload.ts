import { parseForeignJson, type Json } from '../../common/index.js';

/** A delivery of either API family. `content` is JSON as text. https://developers.tiktok.com/doc/webhooks-overview */
export interface WebhookPayload {
  clientKey: string;
  event: string;
  /** UTC seconds; undefined when TikTok does not say it. */
  createTime: number | undefined;
  /** Absent in portability events. */
  userOpenId: string | undefined;
  content: string;
}

// Seconds of the year 5138, and milliseconds of 1973: no event of TikTok's is of either year.
const FIRST_MILLISECONDS = 1e11;

/**
 * Reads a delivery as leniently as it can be understood: what is lost here is lost.
 * @returns undefined when the body does not name an app and an event
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

/** The second parse: ids inside may be bare 19-digit numbers. Not an object: an empty one. */
export function parseWebhookContent(content: string): Record<string, Json | undefined> {
  return parseObject(content) ?? {};
}

/**
 * Reads a time of TikTok's: seconds or milliseconds, as a number or as its digits.
 * @returns UTC seconds; undefined for what is no time
 */
export function webhookSeconds(value: unknown): number | undefined {
  const isTime = typeof value === 'number' || (typeof value === 'string' && /^\d{1,16}$/.test(value));
  const time = isTime ? Number(value) : Number.NaN;
  const seconds = time >= FIRST_MILLISECONDS ? time / 1000 : time;
  return seconds > 0 && seconds < FIRST_MILLISECONDS ? seconds : undefined;
}

/** Ids of apps and accounts may come as numbers. */
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

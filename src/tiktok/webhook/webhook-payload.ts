import { parseForeignJson, type Json } from '../../common/index.js';

/** A delivery of either API family. `content` is JSON as text. https://developers.tiktok.com/doc/webhooks-overview */
export interface WebhookPayload {
  clientKey: string;
  event: string;
  /** UTC seconds. */
  createTime: number;
  /** Absent in portability events. */
  userOpenId: string | undefined;
  content: string;
}

/** @returns undefined when the body is not such a delivery */
export function parseWebhook(rawBody: Buffer): WebhookPayload | undefined {
  const body = parseObject(rawBody.toString('utf8'));
  if (!body) return undefined;
  const { client_key: clientKey, event, create_time: createTime, user_openid: userOpenId, content } = body;
  if (typeof clientKey !== 'string' || typeof event !== 'string' || typeof createTime !== 'number')
    return undefined;
  if (typeof content !== 'string' || Number.isNaN(new Date(createTime * 1000).getTime())) return undefined;
  const account = typeof userOpenId === 'string' ? userOpenId : undefined;
  return { clientKey, event, createTime, userOpenId: account, content };
}

/** The second parse: ids inside may be bare 19-digit numbers. Not an object: an empty one. */
export function parseWebhookContent(content: string): Record<string, Json | undefined> {
  return parseObject(content) ?? {};
}

function parseObject(text: string): Record<string, Json | undefined> | undefined {
  try {
    const value = parseForeignJson(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

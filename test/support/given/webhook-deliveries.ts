import { createHmac, randomUUID } from 'node:crypto';
import { eventually } from 'tiktok-sandbox/testing';
import type { Answer, ApiClient, PageBody } from '../api-client.js';

export const SECRET = 'sandbox-client-secret';
export const BUSINESS_SECRET = 'sandbox-business-secret';
export const CLIENT_KEY = 'sandbox-client-key';
export const BUSINESS_APP_ID = '7400000000000000001';
const PATH = '/connect/webhook/tiktok';

export interface Delivery {
  client_key?: unknown;
  event?: unknown;
  create_time?: unknown;
  user_openid?: unknown;
  content?: unknown;
}

export interface EventItem {
  id: string;
  event: string | null;
  status: string;
  late: boolean;
  content: Record<string, unknown>;
}

/** A delivery in TikTok's envelope; unique by default. */
export function delivery(parts: Delivery = {}): string {
  return JSON.stringify({
    client_key: CLIENT_KEY,
    event: 'video.something.new',
    create_time: Math.floor(Date.now() / 1000),
    user_openid: 'unconnected',
    content: JSON.stringify({ once: randomUUID() }),
    ...parts,
  });
}

/** @param ageSeconds how long ago it was signed */
export function signature(body: string | Buffer, secret = SECRET, ageSeconds = 0): string {
  const t = Math.floor(Date.now() / 1000) - ageSeconds;
  return `t=${t},s=${createHmac('sha256', secret).update(`${t}.`).update(body).digest('hex')}`;
}

/** Posts a delivery as TikTok does. `header: ''` leaves the signature away. */
export function deliver(
  api: ApiClient,
  body: string | Buffer,
  {
    header = signature(body),
    type = 'application/json',
    more = {},
  }: { header?: string; type?: string; more?: Record<string, string> } = {},
): Promise<Answer> {
  const headers = {
    ...more,
    ...(type && { 'content-type': type }),
    ...(header && { 'tiktok-signature': header }),
  };
  // Bytes, since fetch would give a text a content type of its own.
  return api.send('POST', PATH, { body: Buffer.from(body), headers });
}

/** Waits until the organisation sees events of this name that are settled. */
export async function settledEvents(api: ApiClient, event: string): Promise<EventItem[]> {
  return await eventually(async () => {
    const { body } = await api.get<PageBody<EventItem>>('/api/webhooks/events');
    const found = body.items.filter((item) => item.event === event);
    return found.length > 0 && found.every(({ status }) => status !== 'received') && found;
  });
}

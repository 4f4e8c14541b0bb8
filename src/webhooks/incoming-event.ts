import { parseWebhookContent, plausibleTime } from '../tiktok/index.js';

/** A stored event, parsed for its handler. */
export interface IncomingEvent {
  id: string;
  event: string;
  /** The app that received the event. Each app has its own ids for accounts. */
  clientKey: string;
  userOpenId: string | null;
  /** When it happened according to TikTok, to the second. */
  eventTime: Date;
  receivedAt: Date;
  content: Record<string, unknown>;
}

/** The columns of `webhook_events` used here. */
interface StoredEvent {
  id: string;
  event: string | null;
  client_key: string;
  user_openid: string | null;
  content: string | null;
  event_time: Date | null;
  signed_at: Date;
  received_at: Date;
}

/** @param row the claimed row, keyed by column name */
export function incomingEvent(row: Readonly<Record<string, unknown>>): IncomingEvent {
  const stored = row as unknown as StoredEvent;
  return {
    id: stored.id,
    event: stored.event ?? '',
    clientKey: stored.client_key,
    userOpenId: stored.user_openid,
    eventTime: plausibleTime(stored.event_time, stored.signed_at),
    receivedAt: stored.received_at,
    content: parseWebhookContent(stored.content ?? ''),
  };
}

import { parseWebhookContent } from '../tiktok/index.js';

/** An event as it was stored, ready to be handled. */
export interface IncomingEvent {
  id: string;
  event: string;
  /** Of the app that TikTok tells; each has ids of its own for accounts. */
  clientKey: string;
  userOpenId: string | null;
  /** When it happened, as TikTok says; to the second. */
  eventTime: Date;
  receivedAt: Date;
  content: Record<string, unknown>;
}

/** The columns of `webhook_events` that are read here. */
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

// A clock of TikTok's that is further ahead is broken.
const AHEAD_MS = 24 * 3_600_000;

/** @param row by PostgreSQL's names */
export function incomingEvent(row: Readonly<Record<string, unknown>>): IncomingEvent {
  const stored = row as unknown as StoredEvent;
  const { event_time: told, signed_at: signedAt } = stored;
  return {
    id: stored.id,
    event: stored.event ?? '',
    clientKey: stored.client_key,
    userOpenId: stored.user_openid,
    eventTime: told && told.getTime() <= signedAt.getTime() + AHEAD_MS ? told : signedAt,
    receivedAt: stored.received_at,
    content: parseWebhookContent(stored.content ?? ''),
  };
}

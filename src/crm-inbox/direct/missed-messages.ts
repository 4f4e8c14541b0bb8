import { SHOWN_MESSAGES } from '../../tiktok/index.js';
import type { DirectMessageFact } from './direct-message.js';

/** What a list shows that no webhook has brought. */
export interface Missed {
  /** Messages that a webhook should have announced. */
  messages: number;
  /** Between these times, messages may have been lost: TikTok no longer shows them. */
  gap: { after: Date; before: Date } | null;
}

interface Reading {
  /** The listed messages. */
  messages: readonly DirectMessageFact[];
  /** What was stored before, newest first. */
  stored: readonly { id: string; sentAt: Date }[];
  /** Since when the inbox is watched. */
  since: Date;
  readAt: Date;
  /** TikTok sends no events for such messages. */
  isSilent: boolean;
}

// A webhook usually arrives within seconds, and after a failure within minutes.
const WEBHOOK_DELAY_MS = 5 * 60_000;

/** Compares a list with what was stored. Pure. */
export function missedMessages({ messages, stored, since, readAt, isSilent }: Reading): Missed {
  const known = new Set(stored.map(({ id }) => id));
  const latest = readAt.getTime() - WEBHOOK_DELAY_MS;
  const missed = messages.filter(
    ({ messageId, at }) => !known.has(messageId) && at >= since && at.getTime() < latest,
  );
  return { messages: isSilent ? 0 : missed.length, gap: gapIn(messages, stored) };
}

/** A full list without one known message does not reach back to what is stored. */
function gapIn(messages: Reading['messages'], [newest]: Reading['stored']): Missed['gap'] {
  const times = messages.map(({ at }) => at.getTime());
  const oldest = new Date(Math.min(...times));
  if (!newest || messages.length < SHOWN_MESSAGES || oldest <= newest.sentAt) return null;
  return { after: newest.sentAt, before: oldest };
}

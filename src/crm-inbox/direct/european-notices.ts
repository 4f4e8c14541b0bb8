import type { EntityManager } from 'typeorm';
import { queryRows } from '../../database/index.js';
import { messageFact, type MessageFact } from '../facts/message-fact.js';
import { EUROPEAN_THREAD } from './direct-facts.js';
import type { DirectMessageFact } from './direct-message.js';

/** A message of a European of which only the time is known. */
interface Notice {
  id: string;
  platformId: string;
  sentAt: Date;
}

// The time of a stripped event may differ slightly from the message's.
const TOLERANCE_MS = 5_000;

const UNRESOLVED = `
  SELECT m.id, m.comment_id AS "platformId", m.sent_at AS "sentAt" FROM messages m
  JOIN conversations c ON c.id = m.conversation_id
  WHERE c.integration_id = $1 AND c.thread_key = '${EUROPEAN_THREAD}' AND m.content IS NULL AND m.sent_at BETWEEN $2 AND $3`;

const READ = `UPDATE messages SET unread = false, read_at = coalesce(read_at, $2) WHERE id = ANY($1)`;

/**
 * Finds the notices that newly listed messages explain, and marks them as read. A notice is explained by the message of the same
 * millisecond, or else by the only one within seconds; with two of them, the service does not guess.
 * @returns facts that name the conversation in which the message is
 */
export async function resolveNotices(
  em: EntityManager,
  integrationId: string,
  arrived: readonly DirectMessageFact[],
  readAt: Date,
): Promise<MessageFact[]> {
  const heard = arrived.filter(({ direction }) => direction === 'in');
  if (heard.length === 0) return [];
  const times = heard.map(({ at }) => at.getTime());
  const notices = await queryRows<Notice>(em, UNRESOLVED, [
    integrationId,
    new Date(Math.min(...times) - TOLERANCE_MS),
    new Date(Math.max(...times) + TOLERANCE_MS),
  ]);
  const pairs = notices.flatMap((notice) => {
    const message = matchOf(notice.sentAt, heard);
    return message ? [{ notice, message }] : [];
  });
  if (pairs.length === 0) return [];
  await em.query(READ, [pairs.map(({ notice }) => notice.id), readAt]);
  return pairs.map(({ notice, message }) =>
    messageFact({
      kind: 'message',
      id: notice.platformId,
      source: 'poll',
      at: readAt,
      threadKey: EUROPEAN_THREAD,
      content: { threadId: message.conversationId, messageId: message.messageId },
    }),
  );
}

/** Pure. */
export function matchOf(sentAt: Date, heard: readonly DirectMessageFact[]): DirectMessageFact | undefined {
  const distance = ({ at }: DirectMessageFact) => Math.abs(at.getTime() - sentAt.getTime());
  const exact = heard.filter((one) => distance(one) === 0);
  const near = exact.length > 0 ? exact : heard.filter((one) => distance(one) <= TOLERANCE_MS);
  return near.length === 1 ? near[0] : undefined;
}

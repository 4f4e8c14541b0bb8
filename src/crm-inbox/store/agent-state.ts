import type { EntityManager } from 'typeorm';
import { queryRows } from '../../database/index.js';
import { appendToTimeline } from './timeline.js';

const REOPEN = `
  UPDATE conversations SET status = 'open' WHERE id = ANY($1) AND status = 'closed' RETURNING id`;

const WAITING = `
  SELECT $2::uuid AS "conversationId", m.comment_id AS "platformId", m.sent_at AS "sentAt" FROM messages m JOIN conversations c ON c.id = m.conversation_id
  WHERE c.id = $1 AND c.status <> 'closed' AND m.unread
    AND NOT EXISTS (SELECT FROM messages o JOIN conversations k ON k.integration_id = o.integration_id
      WHERE k.id = $2 AND o.comment_id = m.comment_id AND o.id <> m.id)
  ORDER BY m.sent_at DESC, m.comment_id DESC LIMIT 1`;

/** A message of a person that is to be read. */
export interface Waiting {
  conversationId: string;
  platformId: string;
  sentAt: Date;
}

/**
 * Reads what waits in a conversation before it becomes a part of another one.
 * @returns the newest unread message, as one of the other conversation, unless that has it; none of a closed one
 */
export function waitingFor(
  em: EntityManager,
  [former, kept]: readonly [former: string, kept: string],
): Promise<Waiting[]> {
  return queryRows(em, WAITING, [former, kept]);
}

/** Reopens closed conversations in which a person has written. */
export async function reopenFor(
  em: EntityManager,
  { organisationId }: { organisationId: string },
  arrived: readonly Waiting[],
): Promise<void> {
  if (arrived.length === 0) return;
  const ids = [...new Set(arrived.map(({ conversationId }) => conversationId))];
  for (const { id } of await queryRows<{ id: string }>(em, REOPEN, [ids])) {
    const message = arrived.find(({ conversationId }) => conversationId === id);
    if (message)
      await appendToTimeline(em, {
        organisationId,
        conversationId: id,
        key: `reopened:${message.platformId}`,
        type: 'reopened',
        at: message.sentAt,
        actor: null,
      });
  }
}

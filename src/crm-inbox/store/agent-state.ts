import type { EntityManager } from 'typeorm';
import { queryRows } from '../../database/index.js';
import { appendToTimeline } from './timeline.js';

const REOPEN = `
  UPDATE conversations SET status = 'open' WHERE id = ANY($1) AND status = 'closed' RETURNING id`;

/** Reopens closed conversations in which a person has written. */
export async function reopenFor(
  em: EntityManager,
  { organisationId }: { organisationId: string },
  arrived: readonly { conversationId: string; platformId: string; sentAt: Date }[],
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

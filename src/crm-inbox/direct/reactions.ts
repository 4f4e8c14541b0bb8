import type { EntityManager } from 'typeorm';
import { queryRows } from '../../database/index.js';
import type { InboxAccount } from '../store/conversation-writer.js';
import type { ReactionFact } from './direct-event.js';

/** An emoji on a message. */
export interface Reaction {
  messageId: string;
  by: 'person' | 'account';
  emoji: string;
  at: Date;
}

// One emoji each: a later one replaces it, and of two of the same moment the removal counts.
const UPSERT = `
  INSERT INTO message_reactions AS r (integration_id, thread_id, message_id, by, organisation_id, emoji, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (integration_id, message_id, by) DO UPDATE SET emoji = excluded.emoji, at = excluded.at
  WHERE excluded.at > r.at OR (excluded.at = r.at AND r.emoji IS NOT NULL
    AND (excluded.emoji IS NULL OR excluded.emoji > r.emoji))
  RETURNING message_id`;

// A list names all reactions of its messages. It may lag behind the events.
const REMOVE_UNLISTED = `
  UPDATE message_reactions SET emoji = NULL, at = $4
  WHERE integration_id = $1 AND message_id = ANY($2) AND emoji IS NOT NULL AND at < $4
    AND NOT message_id || ' ' || by = ANY($3)
  RETURNING message_id`;

const OF_THREAD = `
  SELECT message_id AS "messageId", by, emoji, at FROM message_reactions
  WHERE integration_id = $1 AND thread_id = $2 AND emoji IS NOT NULL ORDER BY at, by`;

// TikTok's lists lag behind its events.
const LIST_LAG_MS = 60_000;

/** Stores reactions, in any order. @returns true if something has changed */
export async function noteReactions(
  em: EntityManager,
  { id, organisationId }: InboxAccount,
  reactions: readonly ReactionFact[],
): Promise<boolean> {
  let isNews = false;
  for (const { conversationId, messageId, by, emoji, removed, at } of reactions) {
    const row = [id, conversationId, messageId, by, organisationId, removed ? null : emoji, at];
    if ((await queryRows(em, UPSERT, row)).length > 0) isNews = true;
  }
  return isNews;
}

/** Stores the reactions of listed messages, and removes those that the list no longer has. */
export async function noteListedReactions(
  em: EntityManager,
  account: InboxAccount,
  {
    messageIds,
    reactions,
    readAt,
  }: { messageIds: readonly string[]; reactions: readonly ReactionFact[]; readAt: Date },
): Promise<boolean> {
  const isNews = await noteReactions(em, account, reactions);
  const listed = reactions.map(({ messageId, by }) => `${messageId} ${by}`);
  const before = new Date(readAt.getTime() - LIST_LAG_MS);
  const removed = await queryRows(em, REMOVE_UNLISTED, [account.id, messageIds, listed, before]);
  return isNews || removed.length > 0;
}

export async function reactionsOf(
  em: EntityManager,
  integrationId: string,
  threadId: string,
): Promise<Reaction[]> {
  return await queryRows<Reaction>(em, OF_THREAD, [integrationId, threadId]);
}

import type { EntityManager } from 'typeorm';
import { queryRows } from '../../database/index.js';
import { reopenFor, waitingFor } from './agent-state.js';
import { joinThread, renameThread } from './conversation-threads.js';
import type { InboxAccount, MessageCopy } from './conversation-writer.js';

/** A conversation that belongs into another inbox. */
export interface Stray {
  id: string;
  /** The integration that has it. */
  inbox: string;
  threadKey: string;
  /** The integration that it belongs to. */
  home: string;
  /** True if the account of that one owns the post. */
  isOwnPost: boolean;
}

// A thread is final once its first comment is stored. Others there are about the same comments, under another name.
const RELATED = `
  SELECT c.id, c.thread_key AS "threadKey", EXISTS (SELECT FROM messages r WHERE r.integration_id = c.integration_id
    AND r.comment_id = c.thread_key AND r.type = 'comment') AS "isFinal"
  FROM conversations c
  WHERE c.integration_id = $2 AND (c.thread_key = $3
    OR c.thread_key IN (SELECT m.comment_id FROM messages m WHERE m.conversation_id = $1)
    OR c.id IN (SELECT o.conversation_id FROM messages m JOIN messages o ON o.integration_id = $2 AND o.comment_id = m.comment_id
      WHERE m.conversation_id = $1))
  ORDER BY c.id`;

const LOCK = 'SELECT id FROM conversations WHERE id = $1 FOR UPDATE';
// Both inboxes have these: one stays, with what the other one has heard.
const COPIES = `
  SELECT m.comment_id AS "platformId", m.facts, m.read_at AS "readAt"
  FROM messages m JOIN messages o ON o.integration_id = $2 AND o.comment_id = m.comment_id WHERE m.conversation_id = $1`;
const NOTE_READING = `
  UPDATE messages SET unread = false, read_at = coalesce(read_at, $3) WHERE integration_id = $1 AND comment_id = $2`;

const MOVE = 'UPDATE conversations SET integration_id = $2 WHERE id = $1';
const MOVE_PARTS = ['messages', 'crm_outbox'].map(
  (table) => `UPDATE ${table} SET integration_id = $2 WHERE conversation_id = $1`,
);
// Copies stay where they were, and are deleted with their conversation.
const JOIN_MESSAGES = `
  UPDATE messages m SET conversation_id = $2, integration_id = $3 WHERE m.conversation_id = $1
    AND NOT EXISTS (SELECT FROM messages o WHERE o.integration_id = $3 AND o.comment_id = m.comment_id)`;
const JOIN_OUTBOX =
  'UPDATE crm_outbox SET conversation_id = $2, integration_id = $3 WHERE conversation_id = $1';
const JOIN_EVENTS = `
  UPDATE conversation_events e SET conversation_id = $2 WHERE e.conversation_id = $1
    AND (e.message_id IS NULL OR e.message_id IN (SELECT id FROM messages WHERE conversation_id = $2))
    AND NOT EXISTS (SELECT FROM conversation_events o WHERE o.conversation_id = $2 AND o.key = e.key)`;
const KEEP_ASSIGNEE = `
  UPDATE conversations kept SET assignee = coalesce(kept.assignee, former.assignee), kind = 'ad_comment'
  FROM conversations former WHERE kept.id = $2 AND former.id = $1`;

// The reports came from another inbox.
const OWN_POST = `
  UPDATE messages m SET
    ads = (SELECT jsonb_agg(one || jsonb_build_object('isOwnPost', $2::boolean) ORDER BY place) FROM jsonb_array_elements(m.ads) WITH ORDINALITY AS e (one, place)),
    facts = jsonb_set(m.facts, '{ads}', (SELECT jsonb_object_agg(key, jsonb_set(value, '{value,isOwnPost}', to_jsonb($2::boolean)))
      FROM jsonb_each(m.facts -> 'ads')))
  WHERE m.conversation_id = $1 AND m.ads IS NOT NULL AND m.facts ? 'ads'`;

interface Related {
  id: string;
  threadKey: string;
  isFinal: boolean;
}

interface Copy extends MessageCopy {
  readAt: Date | null;
}

/**
 * Moves a conversation into the inbox that it belongs to, where it may have arrived already, as a whole or in parts.
 * @param em of a transaction that has locked both inboxes
 * @returns the conversation that remains, and what the removed copies of its messages have heard
 */
export async function moveConversation(
  em: EntityManager,
  { id, threadKey, home, isOwnPost }: Stray,
  { organisationId }: Pick<InboxAccount, 'organisationId'>,
): Promise<{ id: string; copies: MessageCopy[] }> {
  // A reply that is being queued commits first, and moves with the others.
  await em.query(LOCK, [id]);
  const related = await queryRows<Related>(em, RELATED, [id, home, threadKey]);
  const copies = await queryRows<Copy>(em, COPIES, [id, home]);
  const kept = await keptOf(em, related, { threadKey, home });
  const waiting = kept ? await waitingFor(em, [id, kept.id]) : [];
  if (kept) await join(em, id, kept.id, home);
  else await move(em, id, home);
  const remaining = kept ?? { id, threadKey };
  for (const { platformId, readAt } of copies)
    if (readAt) await em.query(NOTE_READING, [home, platformId, readAt]);
  for (const other of related)
    if (other.id !== remaining.id && !other.isFinal)
      await joinThread(em, { organisationId, id: home }, [other.threadKey, remaining.threadKey]);
  await em.query(OWN_POST, [remaining.id, isOwnPost]);
  await reopenFor(em, { organisationId }, waiting);
  return { id: remaining.id, copies: copies.filter(({ facts }) => facts !== null) };
}

/** Chooses the conversation of the home that takes the messages. A provisional one gets the name of the thread. */
async function keptOf(
  em: EntityManager,
  related: readonly Related[],
  { threadKey, home }: Pick<Stray, 'threadKey' | 'home'>,
): Promise<Pick<Related, 'id' | 'threadKey'> | undefined> {
  const known = related.find((one) => one.threadKey === threadKey) ?? related.find(({ isFinal }) => isFinal);
  const [provisional] = related;
  if (known || !provisional) return known;
  await renameThread(em, home, [provisional.threadKey, threadKey]);
  return { id: provisional.id, threadKey };
}

async function move(em: EntityManager, id: string, home: string): Promise<void> {
  await em.query(MOVE, [id, home]);
  for (const sql of MOVE_PARTS) await em.query(sql, [id, home]);
}

async function join(em: EntityManager, id: string, keptId: string, home: string): Promise<void> {
  await em.query(KEEP_ASSIGNEE, [id, keptId]);
  for (const sql of [JOIN_MESSAGES, JOIN_OUTBOX]) await em.query(sql, [id, keptId, home]);
  await em.query(JOIN_EVENTS, [id, keptId]);
  await em.query('DELETE FROM conversations WHERE id = $1', [id]);
}

import type { EntityManager } from 'typeorm';
import { queryRows } from '../../database/index.js';
import type { MessageFacts } from '../facts/message-facts.js';
import type { KnownThreads, PlaceFact } from '../facts/threads.js';
import type { Visibility } from '../facts/visibility.js';

/** A message as it is stored before new facts arrive. */
export interface StoredMessage {
  id: string;
  platformId: string;
  conversationId: string;
  threadKey: string;
  isFinal: boolean;
  facts: MessageFacts;
  direction: 'in' | 'out';
  unread: boolean;
  readAt: Date | null;
}

interface Row extends Omit<StoredMessage, 'facts'> {
  facts: MessageFacts | null;
  text: string | null;
  authorId: string | null;
  visibility: Visibility;
  sentAt: Date;
  changedAt: Date;
}

// A thread is final once its first comment is stored.
const IS_FINAL = `EXISTS (SELECT FROM messages r WHERE r.integration_id = c.integration_id
  AND r.comment_id = c.thread_key AND r.type IS DISTINCT FROM 'reply') AS "isFinal"`;

const MESSAGES = `
  SELECT m.id, m.comment_id AS "platformId", m.conversation_id AS "conversationId", c.thread_key AS "threadKey",
    ${IS_FINAL}, m.facts, m.direction, m.unread, m.read_at AS "readAt", m.text, m.author_id AS "authorId",
    m.visibility, m.sent_at AS "sentAt", m.changed_at AS "changedAt"
  FROM messages m JOIN conversations c ON c.id = m.conversation_id
  WHERE m.integration_id = $1 AND m.comment_id = ANY($2)`;

const THREADS_OF_REPLIES = `
  SELECT DISTINCT ON (m.parent_id) m.parent_id AS "parentId", c.thread_key AS "threadKey", ${IS_FINAL}
  FROM messages m JOIN conversations c ON c.id = m.conversation_id
  WHERE m.integration_id = $1 AND m.parent_id = ANY($2) ORDER BY m.parent_id, m.id`;

/** What the store knows of the messages that facts are about, and of their threads. */
export interface StoredThreads {
  messages: ReadonlyMap<string, StoredMessage>;
  known: KnownThreads;
}

export async function readStored(
  em: EntityManager,
  integrationId: string,
  facts: readonly PlaceFact[],
): Promise<StoredThreads> {
  const ids = [...new Set(facts.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId])))];
  const rows = await queryRows<Row>(em, MESSAGES, [integrationId, ids]);
  const replies = await queryRows<{ parentId: string; threadKey: string; isFinal: boolean }>(
    em,
    THREADS_OF_REPLIES,
    [integrationId, ids],
  );
  const final = [...rows, ...replies].filter(({ isFinal }) => isFinal).map(({ threadKey }) => threadKey);
  return {
    messages: new Map(rows.map((row) => [row.platformId, { ...row, facts: row.facts ?? factsOf(row) }])),
    known: {
      ofMessage: new Map(rows.map(({ platformId, threadKey }) => [platformId, threadKey])),
      ofReplies: new Map(replies.map(({ parentId, threadKey }) => [parentId, threadKey])),
      final: new Set(final),
    },
  };
}

/** The facts of a row that an older version has written. */
function factsOf({ text, authorId, visibility, sentAt, changedAt }: Row): MessageFacts {
  const [sent, changed] = [sentAt.getTime(), changedAt.getTime()];
  return {
    seen: sent,
    inserted: sent,
    states: [{ visibility, at: changed, toldAt: changed }],
    texts: text === null || visibility === 'deleted' ? [] : [{ text, from: sent, to: changed }],
    latest: authorId === null ? {} : { key: { value: authorId, at: sent } },
  };
}

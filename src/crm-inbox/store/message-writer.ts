import type { EntityManager } from 'typeorm';
import type { MessageFacts } from '../facts/message-facts.js';
import type { FactSource } from '../facts/message-fact.js';
import type { MessageState } from '../facts/message-state.js';

/** A row to insert or to replace. */
export interface MessageRow extends MessageState {
  id: string;
  conversationId: string;
  platformId: string;
  source: FactSource;
  unread: boolean;
  erasedAt: Date | null;
  facts: MessageFacts;
}

// The names of the columns, and of the properties. The source and the time of reading stay as they are.
const COLUMNS = {
  conversation_id: ['conversationId', 'uuid'],
  parent_id: ['parentId', 'text'],
  type: ['type', 'text'],
  direction: ['direction', 'text'],
  author_id: ['authorId', 'text'],
  author_name: ['authorName', 'text'],
  author_username: ['authorUsername', 'text'],
  author_picture: ['authorPicture', 'text'],
  text: ['text', 'text'],
  image_url: ['imageUrl', 'text'],
  content: ['content', 'jsonb'],
  ads: ['ads', 'jsonb'],
  likes: ['likes', 'bigint'],
  replies: ['replies', 'bigint'],
  liked: ['liked', 'boolean'],
  pinned: ['pinned', 'boolean'],
  visibility: ['visibility', 'text'],
  sent_at: ['sentAt', 'timestamptz'],
  changed_at: ['changedAt', 'timestamptz'],
  unread: ['unread', 'boolean'],
  erased_at: ['erasedAt', 'timestamptz'],
  facts: ['facts', 'jsonb'],
} as const;

const NAMES = Object.keys(COLUMNS);
const PROPERTIES = Object.values(COLUMNS).map(([property]) => `r."${property}"`);
const TYPES = Object.values(COLUMNS).map(([property, type]) => `"${property}" ${type}`);

const UPSERT = `
  INSERT INTO messages (id, organisation_id, integration_id, comment_id, source, ${NAMES.join(', ')})
  SELECT r.id, $1, $2, r."platformId", r.source, ${PROPERTIES.join(', ')}
  FROM jsonb_to_recordset($3::jsonb) AS r (id uuid, "platformId" text, source text, ${TYPES.join(', ')})
  ON CONFLICT (integration_id, comment_id) DO UPDATE SET
    ${NAMES.map((name) => `${name} = excluded.${name}`).join(', ')}`;

/** Writes messages of an inbox that the caller has locked. */
export async function writeMessages(
  em: EntityManager,
  { organisationId, id }: { organisationId: string; id: string },
  rows: readonly MessageRow[],
): Promise<void> {
  if (rows.length > 0) await em.query(UPSERT, [organisationId, id, JSON.stringify(rows)]);
}

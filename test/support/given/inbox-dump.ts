import type { TestDatabase } from '../database.js';
import type { Tenant } from '../connector.js';

type Row = Record<string, unknown>;

/** An inbox without its own ids, which differ between two inboxes with the same content. */
export interface InboxDump {
  conversations: Row[];
  messages: Row[];
  timeline: Row[];
  contacts: Row[];
}

const CONVERSATIONS = `
  SELECT kind, thread_key, video_id, status, unread_count, person_key, last_message_at, last_message_text,
    last_message_direction, last_inbound_at, last_outbound_at
  FROM conversations WHERE integration_id = $1 ORDER BY thread_key`;
const MESSAGES = `
  SELECT m.comment_id, c.thread_key, m.parent_id, m.type, m.direction, m.author_id, m.author_name, m.author_username, m.text,
    m.content, m.visibility, m.sent_at, m.likes, m.replies, m.liked, m.pinned, m.unread, m.source
  FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE m.integration_id = $1 ORDER BY m.comment_id`;
const TIMELINE = `
  SELECT c.thread_key, e.type, e.key FROM conversation_events e JOIN conversations c ON c.id = e.conversation_id
  WHERE c.integration_id = $1 ORDER BY c.thread_key, e.key`;
const CONTACTS = `
  SELECT person_key, name, username, first_seen_at, last_seen_at FROM crm_contacts WHERE organisation_id = $1
  ORDER BY person_key`;

export async function inboxOf(
  { database }: { database: TestDatabase },
  { integrationId, organisationId }: Pick<Tenant, 'integrationId' | 'organisationId'>,
): Promise<InboxDump> {
  const [conversations, messages, timeline, contacts] = await Promise.all([
    database.query<Row>(CONVERSATIONS, [integrationId]),
    database.query<Row>(MESSAGES, [integrationId]),
    database.query<Row>(TIMELINE, [integrationId]),
    database.query<Row>(CONTACTS, [organisationId]),
  ]);
  return { conversations, messages, timeline, contacts };
}

import type { QueryRunner } from 'typeorm';

const NEWEST_FIRST = 'last_message_at DESC, id DESC';

/** Two events of older versions may have named different videos for one comment: its messages join one conversation. */
const DUPLICATES = `
  SELECT id, first_value(id) OVER (PARTITION BY integration_id, thread_key ORDER BY created_at, id) AS kept
  FROM conversations`;

/** Indexes of the inbox: one conversation per thread, one row per message, and a list for each filter. */
export async function inboxIndexes(runner: QueryRunner): Promise<void> {
  await runner.query(`
    UPDATE messages m SET conversation_id = d.kept FROM (${DUPLICATES}) AS d
    WHERE m.conversation_id = d.id AND d.id <> d.kept
      AND NOT EXISTS (SELECT FROM messages o WHERE o.conversation_id = d.kept AND o.comment_id = m.comment_id)`);
  await runner.query(`
    DELETE FROM conversations c USING (${DUPLICATES}) AS d WHERE c.id = d.id AND d.id <> d.kept`);
  // The same reply may have been stored under two parents.
  await runner.query(`
    DELETE FROM messages m USING messages o
    WHERE m.integration_id = o.integration_id AND m.comment_id = o.comment_id AND m.id > o.id`);
  const statements = [
    'CREATE UNIQUE INDEX conversations_thread ON conversations (integration_id, thread_key)',
    `CREATE INDEX conversations_status ON conversations (organisation_id, status, ${NEWEST_FIRST})`,
    `CREATE INDEX conversations_account ON conversations (integration_id, ${NEWEST_FIRST})`,
    `CREATE INDEX conversations_unread ON conversations (organisation_id, ${NEWEST_FIRST}) WHERE unread_count > 0`,
    `CREATE INDEX conversations_assignee ON conversations (organisation_id, assignee, ${NEWEST_FIRST})
       WHERE assignee IS NOT NULL`,
    `CREATE INDEX conversations_person ON conversations (organisation_id, person_key, ${NEWEST_FIRST})`,
    `CREATE INDEX conversations_changes ON conversations (organisation_id, change_id)`,
    'CREATE UNIQUE INDEX messages_platform ON messages (integration_id, comment_id)',
    'CREATE INDEX messages_list ON messages (conversation_id, sent_at, comment_id)',
    'CREATE INDEX messages_parent ON messages (integration_id, parent_id) WHERE parent_id IS NOT NULL',
    'CREATE INDEX messages_author ON messages (organisation_id, author_id) WHERE author_id IS NOT NULL',
    'CREATE INDEX messages_unread ON messages (conversation_id) WHERE unread',
    'CREATE INDEX conversation_events_list ON conversation_events (conversation_id, at, id)',
    'CREATE INDEX conversation_events_message ON conversation_events (message_id) WHERE message_id IS NOT NULL',
    'CREATE INDEX crm_contacts_person ON crm_contacts (organisation_id, person_key) WHERE person_key IS NOT NULL',
    'CREATE INDEX crm_inboxes_organisation ON crm_inboxes (organisation_id)',
  ];
  for (const statement of statements) await runner.query(statement);
}

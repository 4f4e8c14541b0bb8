import type { MigrationInterface, QueryRunner } from 'typeorm';

const NEWEST_FIRST = 'last_message_at DESC, id DESC';

/**
 * Indexes of the inbox: the unread conversations with what they are counted by, so that PostgreSQL need not read the rows once they
 * are vacuumed; those that no user answers; and the users who have acted.
 */
export class InboxCounts1763800000111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER INDEX conversations_unread RENAME TO conversations_unread_before');
    await runner.query(`
      CREATE INDEX conversations_unread ON conversations (organisation_id, ${NEWEST_FIRST})
      INCLUDE (status, kind, integration_id, assignee, unread_count) WHERE unread_count > 0`);
    await runner.query(`
      CREATE INDEX conversations_unassigned ON conversations (organisation_id, status, ${NEWEST_FIRST})
      WHERE assignee IS NULL`);
    await runner.query(`
      CREATE INDEX conversation_events_actor ON conversation_events (organisation_id, actor) WHERE actor IS NOT NULL`);
    await runner.query('CREATE INDEX crm_outbox_users ON crm_outbox (organisation_id, created_by)');
    // Last, because readers wait from here to the end of the migration.
    await runner.query('DROP INDEX conversations_unread_before');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX conversations_unread, conversations_unassigned, conversation_events_actor, crm_outbox_users',
    );
    await runner.query(
      `CREATE INDEX conversations_unread ON conversations (organisation_id, ${NEWEST_FIRST}) WHERE unread_count > 0`,
    );
  }
}

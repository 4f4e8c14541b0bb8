import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

const STORED = (rows: string, sign = '') =>
  `SELECT organisation_id, ${sign}bytes AS bytes FROM ${rows} WHERE file IS NOT NULL`;

// In the order of their keys, so that two statements about several organisations do not wait for each other.
const ADD = (rows: string) => `
  INSERT INTO message_media_usage AS u (organisation_id, bytes)
  SELECT organisation_id, sum(bytes) FROM (${rows}) AS stored
  GROUP BY organisation_id HAVING sum(bytes) <> 0 ORDER BY organisation_id
  ON CONFLICT (organisation_id) DO UPDATE SET bytes = u.bytes + excluded.bytes`;

const EVENTS = [
  ['INSERT', 'NEW TABLE AS new_rows'],
  ['UPDATE', 'OLD TABLE AS old_rows NEW TABLE AS new_rows'],
  ['DELETE', 'OLD TABLE AS old_rows'],
] as const;

/**
 * Counts the bytes of stored pictures and videos for each organisation. Triggers count, so that cascades and processes of the
 * older version are counted, too. `full_since` is set while an organisation has no room left.
 */
export class MessageMediaUsage1763800000104 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('app.system_reason', 'count stored pictures of messages', true)`);
    await runner.query(`
      CREATE TABLE message_media_usage (
        organisation_id text PRIMARY KEY,
        bytes bigint NOT NULL,
        full_since timestamptz
      )`);
    await isolateTenants(runner, 'message_media_usage');
    // The triggers run with the rights of older processes, too, which would otherwise wait until all migrations have ended.
    await runner.query(
      'GRANT SELECT, INSERT, UPDATE ON message_media_usage TO tiktok_connector_app, tiktok_connector_system',
    );
    await runner.query(`
      CREATE FUNCTION count_message_media() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP = 'INSERT' THEN ${ADD(STORED('new_rows'))};
        ELSIF TG_OP = 'DELETE' THEN ${ADD(STORED('old_rows', '-'))};
        ELSE ${ADD(`${STORED('new_rows')} UNION ALL ${STORED('old_rows', '-')}`)};
        END IF;
        RETURN NULL;
      END $$`);
    // The first of them waits for writers and keeps out others until the sums below are committed.
    for (const [event, rows] of EVENTS)
      await runner.query(`
        CREATE TRIGGER count_${event.toLowerCase()} AFTER ${event} ON message_media REFERENCING ${rows}
        FOR EACH STATEMENT EXECUTE FUNCTION count_message_media()`);
    await runner.query(ADD(STORED('message_media')));
    await runner.query(`
      ALTER TABLE message_media DROP CONSTRAINT message_media_status_check,
        ADD CONSTRAINT message_media_status_check
          CHECK (status IN ('pending', 'available', 'expired', 'too_large', 'storage_full', 'unavailable'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('app.system_reason', 'forget which pictures found no room', true)`);
    for (const [event] of EVENTS)
      await runner.query(`DROP TRIGGER count_${event.toLowerCase()} ON message_media`);
    await runner.query('DROP FUNCTION count_message_media()');
    await runner.query('DROP TABLE message_media_usage');
    await runner.query(`UPDATE message_media SET status = 'unavailable' WHERE status = 'storage_full'`);
    await runner.query(`
      ALTER TABLE message_media DROP CONSTRAINT message_media_status_check,
        ADD CONSTRAINT message_media_status_check
          CHECK (status IN ('pending', 'available', 'expired', 'too_large', 'unavailable'))`);
  }
}

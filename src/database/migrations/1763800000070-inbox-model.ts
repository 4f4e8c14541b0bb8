import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inboxIndexes } from './inbox-indexes.js';
import { isolateTenants } from './tenant-table.js';

const VISIBLE = 'ALTER TABLE conversations';

/**
 * Conversations that agents work on: status, assignee, unread messages, a timeline, and the persons behind them. A thread
 * may also consist of comments on ads, or of direct messages.
 */
export class InboxModel1763800000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('app.system_reason', 'extend the inbox', true)`);
    await inboxes(runner);
    await conversations(runner);
    await messages(runner);
    await events(runner);
    await contacts(runner);
    await inboxIndexes(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('app.system_reason', 'undo a migration', true)`);
    await runner.query('DROP TABLE conversation_events, crm_contacts, crm_inboxes');
    await runner.query('DROP TRIGGER fill_integration ON messages');
    await runner.query('DROP FUNCTION fill_message_integration()');
    await runner.query(`
      ALTER TABLE messages DROP COLUMN integration_id, DROP COLUMN parent_id, DROP COLUMN type, DROP COLUMN direction,
        DROP COLUMN author_name, DROP COLUMN author_username, DROP COLUMN author_picture, DROP COLUMN likes,
        DROP COLUMN replies, DROP COLUMN liked, DROP COLUMN pinned, DROP COLUMN image_url, DROP COLUMN content,
        DROP COLUMN source, DROP COLUMN unread, DROP COLUMN read_at, DROP COLUMN erased_at, DROP COLUMN facts`);
    await runner.query(`DELETE FROM conversations WHERE video_id IS NULL OR root_comment_id IS NULL`);
    await runner.query(`UPDATE conversations SET kind = 'comment'`);
    await runner.query(`
      ${VISIBLE} DROP COLUMN thread_key, DROP COLUMN message_thread_id, DROP COLUMN status, DROP COLUMN assignee,
        DROP COLUMN unread_count, DROP COLUMN last_read_at, DROP COLUMN person_key, DROP COLUMN last_inbound_at,
        DROP COLUMN last_outbound_at, DROP COLUMN last_message_text, DROP COLUMN last_message_direction,
        DROP COLUMN change_id, ALTER COLUMN video_id SET NOT NULL, ALTER COLUMN root_comment_id SET NOT NULL,
        DROP CONSTRAINT conversations_kind_check, ADD CONSTRAINT conversations_kind_check CHECK (kind IN ('comment'))`);
  }
}

/** Since when an inbox is watched: older messages are history, and nobody has to read them. */
async function inboxes(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE crm_inboxes (
      integration_id uuid PRIMARY KEY,
      organisation_id text NOT NULL,
      since timestamptz NOT NULL,
      own_keys text[] NOT NULL DEFAULT '{}',
      FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id) ON DELETE CASCADE
    )`);
  await isolateTenants(runner, 'crm_inboxes');
  await runner.query(`
    INSERT INTO crm_inboxes (integration_id, organisation_id, since)
    SELECT id, organisation_id, now() FROM integrations
    WHERE EXISTS (SELECT FROM conversations c WHERE c.integration_id = integrations.id)`);
}

/** The key of a thread is generated, so that rows of older processes have it, too. */
async function conversations(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ${VISIBLE}
      ALTER COLUMN video_id DROP NOT NULL,
      ALTER COLUMN root_comment_id DROP NOT NULL,
      ADD COLUMN message_thread_id text,
      ADD COLUMN thread_key text GENERATED ALWAYS AS (coalesce(root_comment_id, message_thread_id)) STORED,
      ADD COLUMN status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'pending', 'closed')),
      ADD COLUMN assignee text,
      ADD COLUMN unread_count integer NOT NULL DEFAULT 0,
      ADD COLUMN last_read_at timestamptz,
      ADD COLUMN person_key text,
      ADD COLUMN last_inbound_at timestamptz,
      ADD COLUMN last_outbound_at timestamptz,
      ADD COLUMN last_message_text text,
      ADD COLUMN last_message_direction text CHECK (last_message_direction IN ('in', 'out')),
      ADD COLUMN change_id uuid NOT NULL DEFAULT new_id(),
      DROP CONSTRAINT conversations_kind_check,
      ADD CONSTRAINT conversations_kind_check CHECK (kind IN ('comment', 'ad_comment', 'message')),
      ADD CONSTRAINT conversations_thread_check CHECK (num_nonnulls(root_comment_id, message_thread_id) = 1)`);
  await runner.query(`
    UPDATE conversations c SET last_inbound_at = c.last_message_at, last_message_direction = 'in',
      last_message_text = (SELECT CASE WHEN m.visibility <> 'deleted' THEN left(m.text, 200) END FROM messages m
        WHERE m.conversation_id = c.id ORDER BY m.sent_at DESC, m.comment_id DESC LIMIT 1),
      person_key = (SELECT m.author_id FROM messages m
        WHERE m.conversation_id = c.id AND m.author_id IS NOT NULL ORDER BY m.sent_at, m.comment_id LIMIT 1)`);
}

/** `comment_id` is TikTok's id of a message of any kind. `facts` is all that TikTok has said, in any order. */
async function messages(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE messages
      ADD COLUMN integration_id uuid,
      ADD COLUMN parent_id text,
      ADD COLUMN type text,
      ADD COLUMN direction text NOT NULL DEFAULT 'in' CHECK (direction IN ('in', 'out')),
      ADD COLUMN author_name text,
      ADD COLUMN author_username text,
      ADD COLUMN author_picture text,
      ADD COLUMN likes bigint,
      ADD COLUMN replies bigint,
      ADD COLUMN liked boolean,
      ADD COLUMN pinned boolean,
      ADD COLUMN image_url text,
      ADD COLUMN content jsonb,
      ADD COLUMN source text NOT NULL DEFAULT 'webhook' CHECK (source IN ('webhook', 'poll', 'reply')),
      ADD COLUMN unread boolean NOT NULL DEFAULT false,
      ADD COLUMN read_at timestamptz,
      ADD COLUMN erased_at timestamptz,
      ADD COLUMN facts jsonb`);
  await runner.query(`
    UPDATE messages m SET integration_id = c.integration_id,
      parent_id = CASE WHEN c.root_comment_id <> m.comment_id THEN c.root_comment_id END,
      type = CASE WHEN c.root_comment_id <> m.comment_id THEN 'reply' ELSE 'comment' END
    FROM conversations c WHERE c.id = m.conversation_id`);
  // An older process would insert a message without its integration.
  await runner.query(`
    CREATE FUNCTION fill_message_integration() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      NEW.integration_id := (SELECT integration_id FROM conversations WHERE id = NEW.conversation_id);
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER fill_integration BEFORE INSERT ON messages FOR EACH ROW WHEN (NEW.integration_id IS NULL)
      EXECUTE FUNCTION fill_message_integration()`);
  await runner.query('ALTER TABLE messages ALTER COLUMN integration_id SET NOT NULL');
}

/** `key` names an occurrence: the same change, heard of twice, is one line. */
async function events(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE conversation_events (
      id uuid PRIMARY KEY,
      organisation_id text NOT NULL,
      conversation_id uuid NOT NULL,
      message_id uuid REFERENCES messages (id) ON DELETE CASCADE,
      key text NOT NULL,
      type text NOT NULL,
      at timestamptz NOT NULL,
      actor text,
      details jsonb NOT NULL DEFAULT '{}',
      UNIQUE (conversation_id, key),
      FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversations (organisation_id, id) ON DELETE CASCADE
    )`);
  await isolateTenants(runner, 'conversation_events');
}

/** An erased contact keeps a hash only, which recognises later messages of the same person. */
async function contacts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE crm_contacts (
      id uuid PRIMARY KEY,
      organisation_id text NOT NULL,
      person_hash bytea NOT NULL,
      person_key text,
      name text,
      username text,
      picture text,
      profile_at timestamptz,
      first_seen_at timestamptz NOT NULL,
      last_seen_at timestamptz NOT NULL,
      erased_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (organisation_id, person_hash),
      CHECK (erased_at IS NULL OR num_nonnulls(person_key, name, username, picture) = 0)
    )`);
  await isolateTenants(runner, 'crm_contacts');
}

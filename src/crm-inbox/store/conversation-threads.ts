import type { EntityManager } from 'typeorm';
import { newId } from '../../common/index.js';
import { queryRows } from '../../database/index.js';
import type { ConversationKind } from '../facts/message-fact.js';
import { reopenFor, waitingFor } from './agent-state.js';

/** A thread that messages belong to. */
export interface Thread {
  key: string;
  kind: ConversationKind;
  videoId: string | null;
  sentAt: Date;
}

interface InboxRef {
  organisationId: string;
  id: string;
}

const RENAME = `
  UPDATE conversations SET root_comment_id = $3 WHERE integration_id = $1 AND root_comment_id = $2
    AND NOT EXISTS (SELECT FROM conversations WHERE integration_id = $1 AND thread_key = $3)
  RETURNING id`;

// A reply that is being queued holds on to its conversation: it commits first, and moves with the others.
const LOCK = `
  SELECT id FROM conversations WHERE integration_id = $1 AND thread_key = $2 FOR UPDATE`;

// The conversation of the first comment stays, with what agents have done in the other one.
const JOIN = `
  UPDATE conversations kept SET assignee = coalesce(kept.assignee, former.assignee),
    kind = CASE WHEN former.kind = 'ad_comment' THEN former.kind ELSE kept.kind END
  FROM conversations former
  WHERE former.integration_id = $1 AND former.thread_key = $2 AND kept.integration_id = $1 AND kept.thread_key = $3
  RETURNING former.id AS "formerId", kept.id AS "keptId"`;

const UPSERT = `
  INSERT INTO conversations AS c
    (id, organisation_id, integration_id, kind, video_id, root_comment_id, message_thread_id, last_message_at)
  SELECT r.id, $1, $2, r.kind, r."videoId", CASE WHEN r.kind <> 'message' THEN r.key END,
    CASE WHEN r.kind = 'message' THEN r.key END, r."sentAt"
  FROM jsonb_to_recordset($3::jsonb) AS r (id uuid, key text, kind text, "videoId" text, "sentAt" timestamptz)
  ON CONFLICT (integration_id, thread_key) DO UPDATE SET
    kind = CASE WHEN excluded.kind = 'ad_comment' THEN excluded.kind ELSE c.kind END,
    video_id = coalesce(c.video_id, excluded.video_id)`;

const BY_KEY = `
  SELECT id, thread_key AS key, kind, video_id AS "videoId" FROM conversations
  WHERE integration_id = $1 AND thread_key = ANY($2)`;

interface Found {
  id: string;
  key: string;
  kind: ConversationKind;
  videoId: string | null;
}

/** The conversation of each thread. */
export interface FoundThreads {
  ids: ReadonlyMap<string, string>;
  created: string[];
}

/** Finds or creates the conversations of threads. */
export async function findConversations(
  em: EntityManager,
  { organisationId, id }: InboxRef,
  threads: readonly Thread[],
): Promise<FoundThreads> {
  const keys = threads.map(({ key }) => key);
  const before = new Map((await queryRows<Found>(em, BY_KEY, [id, keys])).map((one) => [one.key, one]));
  const changed = threads.filter((thread) => says(thread, before.get(thread.key)));
  if (changed.length > 0) {
    const rows = changed.map((thread) => ({ ...thread, id: newId() }));
    await em.query(UPSERT, [organisationId, id, JSON.stringify(rows)]);
  }
  const found = changed.length > 0 ? await queryRows<Found>(em, BY_KEY, [id, keys]) : [...before.values()];
  return {
    ids: new Map(found.map((one) => [one.key, one.id])),
    created: found.filter(({ key }) => !before.has(key)).map((one) => one.id),
  };
}

/** True if the row does not say the same. */
function says({ kind, videoId }: Thread, row: Found | undefined): boolean {
  if (!row) return true;
  return (kind === 'ad_comment' && row.kind !== kind) || (videoId !== null && row.videoId === null);
}

/** Gives a provisional thread the name of its first comment, if that has no conversation yet. */
export async function renameThread(
  em: EntityManager,
  integrationId: string,
  [former, key]: readonly [string, string],
): Promise<string[]> {
  return (await queryRows<{ id: string }>(em, RENAME, [integrationId, former, key])).map(({ id }) => id);
}

/**
 * Moves the messages of a provisional thread into the conversation that they belong to. What waits there to be read reopens it.
 * @returns the ids of changed conversations
 */
export async function joinThread(
  em: EntityManager,
  { organisationId, id }: InboxRef,
  [former, key]: readonly [string, string],
): Promise<string[]> {
  await em.query(LOCK, [id, former]);
  const rows = await queryRows<{ formerId: string; keptId: string }>(em, JOIN, [id, former, key]);
  for (const { formerId, keptId } of rows) {
    const waiting = await waitingFor(em, [formerId, keptId]);
    for (const table of ['messages', 'conversation_events', 'crm_outbox'])
      await em.query(`UPDATE ${table} SET conversation_id = $2 WHERE conversation_id = $1`, [
        formerId,
        keptId,
      ]);
    await em.query('DELETE FROM conversations WHERE id = $1', [formerId]);
    await reopenFor(em, { organisationId }, waiting);
  }
  return rows.map(({ keptId }) => keptId);
}

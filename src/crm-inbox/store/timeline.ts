import type { EntityManager } from 'typeorm';
import { newId } from '../../common/index.js';
import type { TimelineLine } from '../facts/timeline.js';
import type { TimelineKind } from '../facts/timeline-kinds.js';

/** A line that a user or the service adds to a conversation's timeline. */
export interface TimelineEntry {
  organisationId: string;
  conversationId: string;
  messageId?: string;
  /** Names the occurrence: an entry with the same key is added once. */
  key: string;
  type: TimelineKind;
  at: Date;
  /** The user who caused it; null for TikTok or the service. */
  actor: string | null;
  details?: Record<string, unknown>;
}

/** What follows from the facts about a message. */
export interface MessageTimeline {
  conversationId: string;
  messageId: string;
  platformId: string;
  lines: readonly TimelineLine[];
}

const INSERT = `
  INSERT INTO conversation_events (id, organisation_id, conversation_id, message_id, key, type, at, actor, details)
  SELECT r.id, $1, r."conversationId", r."messageId", r.key, r.type, r.at, r.actor, coalesce(r.details, '{}')
  FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, "conversationId" uuid, "messageId" uuid, key text, type text,
    at timestamptz, actor text, details jsonb)
  ON CONFLICT (conversation_id, key) DO`;

const MOVE = `
  UPDATE conversation_events e SET conversation_id = m.conversation_id FROM messages m
  WHERE m.id = e.message_id AND m.id = ANY($1) AND e.conversation_id <> m.conversation_id`;

const REMOVE = `
  DELETE FROM conversation_events WHERE message_id = ANY($1::uuid[]) AND key LIKE 'tiktok:%' AND key <> ALL($2::text[])`;

/** Adds an entry, unless it is there. */
export async function appendToTimeline(em: EntityManager, entry: TimelineEntry): Promise<void> {
  await em.query(`${INSERT} NOTHING`, [entry.organisationId, JSON.stringify([{ ...entry, id: newId() }])]);
}

/** Moves the lines of messages that belong to another conversation now. */
export async function moveTimelines(em: EntityManager, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length > 0) await em.query(MOVE, [messageIds]);
}

/** Replaces what the facts about messages say: a fact that arrives late may change earlier lines. */
export async function writeMessageTimelines(
  em: EntityManager,
  organisationId: string,
  timelines: readonly MessageTimeline[],
): Promise<void> {
  if (timelines.length === 0) return;
  const rows = timelines.flatMap(({ conversationId, messageId, platformId, lines }) =>
    lines.map((line, index) => ({
      ...line,
      id: newId(),
      conversationId,
      messageId,
      key: `tiktok:${platformId}:${index}`,
      at: new Date(line.at),
    })),
  );
  const messageIds = timelines.map(({ messageId }) => messageId);
  await em.query(REMOVE, [messageIds, rows.map(({ key }) => key)]);
  if (rows.length > 0)
    await em.query(
      `${INSERT} UPDATE SET type = excluded.type, at = excluded.at, actor = excluded.actor, details = excluded.details`,
      [organisationId, JSON.stringify(rows)],
    );
}

import type { EntityManager } from 'typeorm';
import { queryRows } from '../../database/index.js';
import { erasedPersons } from '../contacts/contact-writer.js';
import type { InboxAccount } from '../store/conversation-writer.js';

/** What the service knows of one of TikTok's conversations. Null: nothing yet. */
export interface DirectThread {
  threadId: string;
  personKey: string | null;
  /** True until the account accepts the conversation in TikTok's app, or answers. */
  isRequest: boolean | null;
  /** The person has seen what the account sent until then. */
  readUntil: Date | null;
  /** When TikTok last refused a message by its rules. */
  blockedAt: Date | null;
  /** The time of change of the list entry that was read last. */
  listedAt: Date | null;
  images: boolean | null;
  imagesCheckedAt: Date | null;
}

/** What an event or a list says of a conversation. */
export type ThreadFact = Pick<DirectThread, 'threadId'> & Partial<DirectThread>;

// Times only grow, what is known stays, and an accepted request stays accepted, so that the order of facts does not matter.
const UPSERT = `
  INSERT INTO direct_threads AS t (integration_id, thread_id, organisation_id, person_key, is_request, read_until,
    blocked_at, listed_at, images, images_checked_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (integration_id, thread_id) DO UPDATE SET
    person_key = coalesce(excluded.person_key, t.person_key),
    is_request = least(t.is_request, excluded.is_request),
    read_until = greatest(t.read_until, excluded.read_until),
    blocked_at = greatest(t.blocked_at, excluded.blocked_at),
    listed_at = greatest(t.listed_at, excluded.listed_at),
    images = coalesce(excluded.images, t.images),
    images_checked_at = greatest(t.images_checked_at, excluded.images_checked_at)`;

const THREADS = `
  SELECT thread_id AS "threadId", person_key AS "personKey", is_request AS "isRequest", read_until AS "readUntil",
    blocked_at AS "blockedAt", listed_at AS "listedAt", images, images_checked_at AS "imagesCheckedAt"
  FROM direct_threads WHERE integration_id = $1 AND thread_id = ANY($2)`;

const CONVERSATION = `SELECT id FROM conversations WHERE integration_id = $1 AND thread_key = $2`;

/** Stores what is known. A person whom the organisation has erased stays unknown. */
export async function noteThread(
  em: EntityManager,
  { id, organisationId }: InboxAccount,
  fact: ThreadFact,
): Promise<void> {
  const key = fact.personKey ?? null;
  const isErased = key !== null && (await erasedPersons(em, organisationId, [key])).size > 0;
  await em.query(UPSERT, [
    id,
    fact.threadId,
    organisationId,
    isErased ? null : key,
    fact.isRequest ?? null,
    fact.readUntil ?? null,
    fact.blockedAt ?? null,
    fact.listedAt ?? null,
    fact.images ?? null,
    fact.imagesCheckedAt ?? null,
  ]);
}

export async function readThreads(
  em: EntityManager,
  integrationId: string,
  threadIds: readonly string[],
): Promise<Map<string, DirectThread>> {
  const rows = await queryRows<DirectThread>(em, THREADS, [integrationId, threadIds]);
  return new Map(rows.map((row) => [row.threadId, row]));
}

/** @returns the id of the conversation with these messages; undefined if no message has arrived yet */
export async function conversationOf(
  em: EntityManager,
  integrationId: string,
  threadId: string,
): Promise<string | undefined> {
  return (await queryRows<{ id: string }>(em, CONVERSATION, [integrationId, threadId]))[0]?.id;
}

import type { EntityManager } from 'typeorm';
import { queryRows } from '../../database/index.js';

/** What the service knows of an account's inbox. */
export interface Inbox {
  /** Older messages are history: they are never unread. */
  since: Date;
  /** The account's own `unique_identifier`, once TikTok has shown it. */
  ownKeys: readonly string[];
}

const LOCK = `SELECT since, own_keys AS "ownKeys" FROM crm_inboxes WHERE integration_id = $1 FOR UPDATE`;

// An account connected long ago may get its first message now, e.g. after a new consent. Whole seconds, as TikTok's times of
// comments are: a comment of the second in which the account was connected is new.
const CREATE = `
  INSERT INTO crm_inboxes (integration_id, organisation_id, since)
  SELECT id, organisation_id,
    date_trunc('second', greatest(created_at, now() - interval '1 hour')) FROM integrations WHERE id = $1
  ON CONFLICT (integration_id) DO NOTHING`;

const ADD_OWN_KEYS = `
  UPDATE crm_inboxes SET own_keys = (SELECT array_agg(DISTINCT key ORDER BY key) FROM unnest(own_keys || $2::text[]) AS key)
  WHERE integration_id = $1`;

const THEIR_MESSAGES = `
  UPDATE messages SET direction = 'out', unread = false
  WHERE organisation_id = $1 AND integration_id = $2 AND author_id = ANY($3) AND direction = 'in'
  RETURNING conversation_id AS "conversationId"`;

/** Locks the inbox of an account until the transaction ends, so that facts are applied one after the other. */
export async function lockInbox(em: EntityManager, integrationId: string): Promise<Inbox | undefined> {
  const [inbox] = await queryRows<Inbox>(em, LOCK, [integrationId]);
  if (inbox) return inbox;
  await em.query(CREATE, [integrationId]);
  return (await queryRows<Inbox>(em, LOCK, [integrationId]))[0];
}

/** Notes that these persons are the account itself. @returns conversations with messages that turn out to be its own */
export async function noteOwnKeys(
  em: EntityManager,
  { organisationId, id }: { organisationId: string; id: string },
  keys: readonly string[],
): Promise<string[]> {
  await em.query(ADD_OWN_KEYS, [id, keys]);
  const rows = await queryRows<{ conversationId: string }>(em, THEIR_MESSAGES, [organisationId, id, keys]);
  return rows.map(({ conversationId }) => conversationId);
}

import type { EntityManager } from 'typeorm';
import { codeOf } from '../../common/index.js';
import { bindings, queryRows, type OrgContext } from '../../database/index.js';
import { conditionsOf } from './conversation-filter.js';
import type { ConversationsQuery } from './dto/conversations.query.js';

const STATEMENT_TIMEOUT = '57014';

/** Where a search stands: the last conversation that it has looked at. */
export type SearchPlace = readonly [lastMessageAt: string, id: string];

export interface SearchStep {
  query: ConversationsQuery;
  text: string;
  /** Undefined at the beginning. */
  after: SearchPlace | undefined;
  /** Conversations to look at. */
  size: number;
  /** Matches that are still wanted. */
  wanted: number;
  timeoutMs: number;
}

/** What one statement has found. */
export interface SearchedBatch {
  /** Ids of conversations, the most recently active first. */
  found: string[];
  /** Of the oldest conversation that was looked at; undefined if there was none. */
  last: SearchPlace | undefined;
  /** Conversations that were looked at. */
  count: number;
}

interface Row {
  found: string[] | null;
  time: Date | null;
  id: string | null;
  count: number;
}

/**
 * Looks for a text in the next conversations of a list.
 * @returns undefined if PostgreSQL did not finish in time
 */
export async function searchBatch(
  orgContext: OrgContext,
  step: SearchStep,
): Promise<SearchedBatch | undefined> {
  const { sql, values } = statement(step, orgContext.organisationId);
  try {
    const row = await orgContext.transaction(async (em: EntityManager) => {
      await em.query(`SELECT set_config('statement_timeout', $1, true)`, [String(step.timeoutMs)]);
      const [only] = await queryRows<Row>(em, sql, values);
      return only;
    });
    if (!row?.time || row.id === null) return { found: [], last: undefined, count: 0 };
    return { found: row.found ?? [], last: [row.time.toISOString(), row.id], count: row.count };
  } catch (error) {
    if (codeOf(error) === STATEMENT_TIMEOUT) return undefined;
    throw error;
  }
}

function statement(
  { query, text, after, size, wanted }: SearchStep,
  organisationId: string,
): { sql: string; values: unknown[] } {
  const { values, bind } = bindings();
  const where = conditionsOf(query, organisationId, bind);
  if (after) where.push(`(c.last_message_at, c.id) < (${after.map(bind).join(', ')})`);
  const pattern = bind(`%${literal(text)}%`);
  // LIMIT in the inner read keeps PostgreSQL from reading all messages of all organisations instead.
  const sql = `
    WITH batch AS MATERIALIZED (
      SELECT c.id, c.last_message_at FROM conversations c WHERE ${where.join(' AND ')}
      ORDER BY c.last_message_at DESC, c.id DESC LIMIT ${bind(size)}),
    found AS (
      SELECT b.id FROM batch b CROSS JOIN LATERAL (
        SELECT FROM messages m WHERE m.conversation_id = b.id
          AND (m.text ILIKE ${pattern} OR m.author_name ILIKE ${pattern} OR m.author_username ILIKE ${pattern}) LIMIT 1) AS hit
      ORDER BY b.last_message_at DESC, b.id DESC LIMIT ${bind(wanted)})
    SELECT (SELECT array_agg(id) FROM found) AS found, last.last_message_at AS time, last.id,
      (SELECT count(*)::int FROM batch) AS count
    FROM (SELECT id, last_message_at FROM batch ORDER BY last_message_at, id LIMIT 1) AS last`;
  return { sql, values };
}

/** Escapes LIKE patterns. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`);
}

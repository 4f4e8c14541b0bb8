import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Coalescer, cutText, isRefusedStatement } from '../common/index.js';
import { SystemContext } from '../database/index.js';
import { claimedColumns, splitColumn } from './table-settings.js';
import { factColumns } from './work-facts.js';
import type { WorkTable } from './work-kinds.js';
import { LeaseLostError, type RowUpdate } from './work.js';

// Renewed while a step runs. The rows of a killed process are free again after this time.
export const LEASE_SECONDS = 20;
// After a failed step, the row is due again in 2 s, 4 s, 8 s … up to this.
const MAX_BACKOFF_SECONDS = 300;
const MAX_REASON_LENGTH = 500;
// Rows of an organisation that a look reads beyond its share of the result: those under way, which count and are not returned.
const UNDER_WAY = 16;
// Of so many organisations each may fill the whole result.
const FEW = 200;
// Rows that one statement claims or releases.
const MAX_ROWS = 200;

// Work that is safe to do again after the database has lost the last moment before a crash.
const REPEATABLE = new Set<WorkTable>(['webhook_events']);

export interface ClaimedRow {
  id: string;
  organisation_id?: string;
  attempts: number;
  lease_token: string;
  [column: string]: unknown;
}

/** A row after its release: `due_at`, and the columns of `work-facts.ts`. */
export type ReleasedRow = Record<string, unknown>;

interface Release {
  row: ClaimedRow;
  set: RowUpdate['set'];
}

/** How many due rows are waiting, and how long the oldest has been. */
export interface Backlog {
  waiting: number;
  oldestSeconds: number;
}

const IS_FREE = 'due_at <= now() AND (lease_until IS NULL OR lease_until < now())';

/**
 * The index of organisations is read from one to the next, so that many rows of one do not hide the others. Each gives its
 * oldest rows, fewer the more organisations there are. Rows under way are counted first, so that an organisation with many of
 * them waits longest.
 */
const fairly = (table: WorkTable) => `
  WITH RECURSIVE organisations AS (
    (SELECT organisation_id FROM ${table} WHERE due_at IS NOT NULL ORDER BY organisation_id LIMIT 1)
    UNION ALL
    SELECT (SELECT organisation_id FROM ${table}
      WHERE due_at IS NOT NULL AND organisation_id > o.organisation_id ORDER BY organisation_id LIMIT 1)
    FROM organisations o WHERE o.organisation_id IS NOT NULL
  ), share AS (
    SELECT CASE WHEN count(*) <= ${FEW} THEN $1::int ELSE ceil(2.0 * $1::int / count(*))::int END + ${UNDER_WAY} AS most FROM organisations
  )
  SELECT id FROM (
    SELECT id, due_at, is_leased,
      row_number() OVER (PARTITION BY organisation_id ORDER BY is_leased DESC, due_at) AS turn
    FROM organisations AS o CROSS JOIN LATERAL (
      SELECT id, due_at, coalesce(lease_until >= now(), false) AS is_leased FROM ${table}
      WHERE organisation_id = o.organisation_id AND due_at <= now() ORDER BY due_at LIMIT (SELECT most FROM share)
    ) AS oldest
  ) AS all_turns WHERE NOT is_leased ORDER BY turn, due_at LIMIT $1::int`;

/**
 * The SQL behind leases. PostgreSQL's clock decides, so processes need not agree on the time. Concurrent claims share a
 * statement, and so do concurrent releases. All run in one round trip, whose time is limited: a connection that goes silent
 * must not stop all work.
 */
@Injectable()
export class WorkClaims {
  private readonly claimers = new Map<WorkTable, Coalescer<string, ClaimedRow | undefined>>();
  private readonly releasers = new Map<string, Coalescer<Release, ReleasedRow | undefined>>();

  constructor(private readonly system: SystemContext) {}

  /** @returns the tables that have rows which are due and not leased */
  async tablesWithDue(tables: readonly WorkTable[]): Promise<Set<string>> {
    if (tables.length === 0) return new Set();
    // Not EXISTS, which drops the order and may then read a table instead of its index.
    const sql = tables
      .map(
        (table) => `SELECT '${table}' AS name
          WHERE (SELECT true FROM ${table} WHERE ${IS_FREE} ORDER BY due_at LIMIT 1)`,
      )
      .join(' UNION ALL ');
    const rows = await this.system.statement<{ name: string }>('find tables with due rows', sql, []);
    return new Set(rows.map(({ name }) => name));
  }

  /** Ids of rows that are due and not leased, oldest first. */
  async due(table: WorkTable, limit: number): Promise<string[]> {
    // The limit is not a parameter: PostgreSQL would plan for each, which costs more than to read them.
    const sql = `SELECT id FROM ${table} WHERE ${IS_FREE} ORDER BY due_at LIMIT ${limit}`;
    const rows = await this.system.statement<{ id: string }>(`find due ${table}`, sql, []);
    return rows.map(({ id }) => id);
  }

  /** The same in turns of the organisations, each with its oldest first. */
  async dueFairly(table: WorkTable, limit: number): Promise<string[]> {
    const reason = `find due ${table} of all organisations`;
    const rows = await this.system.statement<{ id: string }>(reason, fairly(table), [limit]);
    return rows.map(({ id }) => id);
  }

  async backlog(table: WorkTable): Promise<Backlog> {
    const sql = `SELECT count(*)::int AS waiting, coalesce(extract(epoch FROM now() - min(due_at)), 0)::int AS seconds
      FROM ${table} WHERE ${IS_FREE}`;
    const [row] = await this.system.statement<{ waiting: number; seconds: number }>(
      `backlog of ${table}`,
      sql,
      [],
    );
    return { waiting: row?.waiting ?? 0, oldestSeconds: row?.seconds ?? 0 };
  }

  /** Claims a due row. @returns undefined when it is not due, or another process has it */
  claim(table: WorkTable, id: string): Promise<ClaimedRow | undefined> {
    const claimer =
      this.claimers.get(table) ?? new Coalescer((ids: string[]) => this.claimAll(table, ids), MAX_ROWS);
    this.claimers.set(table, claimer);
    return claimer.add(id);
  }

  private async claimAll(table: WorkTable, ids: string[]): Promise<(ClaimedRow | undefined)[]> {
    const sql = `UPDATE ${table} SET lease_until = now() + make_interval(secs => $2), lease_token = $3,
        attempts = attempts + 1
      WHERE id IN (SELECT id FROM ${table} WHERE id = ANY($1) AND ${IS_FREE} FOR UPDATE SKIP LOCKED)
      RETURNING ${claimedColumns(table)}`;
    const parameters = [ids, LEASE_SECONDS, randomUUID()];
    const rows = await this.system.statement<ClaimedRow>(`claim ${table}`, sql, parameters);
    const claimed = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => {
      const row = claimed.get(id);
      // When two callers ask for the same row at once, only one gets it.
      claimed.delete(id);
      return row;
    });
  }

  async extend(table: WorkTable, row: ClaimedRow): Promise<void> {
    const sql = `UPDATE ${table} SET lease_until = now() + make_interval(secs => $3)
      WHERE id = $1 AND lease_token = $2 RETURNING id`;
    const parameters = [row.id, row.lease_token, LEASE_SECONDS];
    const kept = await this.system.statement(`extend ${table}`, sql, parameters);
    if (kept.length === 0) throw new LeaseLostError(table, row.id);
  }

  /**
   * Releases a row after a successful step.
   * @param set columns to write, when the handler has not written them itself
   * @returns undefined when another process has the row, or the row was deleted
   */
  release(table: WorkTable, row: ClaimedRow, set: RowUpdate['set'] = {}): Promise<ReleasedRow | undefined> {
    const columns = Object.keys(set).toSorted();
    const key = [table, ...columns].join(' ');
    const releaser =
      this.releasers.get(key) ??
      new Coalescer((all: Release[]) => this.releaseAll(table, columns, all), MAX_ROWS, {
        mayBeOnes: isRefusedStatement,
      });
    this.releasers.set(key, releaser);
    return releaser.add({ row, set });
  }

  private async releaseAll(
    table: WorkTable,
    columns: string[],
    all: Release[],
  ): Promise<(ReleasedRow | undefined)[]> {
    const outcome = columns.map((column) => `, ${column} = v.${column}`).join('');
    const split = splitColumn(table);
    const sameSplit = split === undefined ? '' : ` AND t.${split} = v.${split}`;
    const shown = ['id', 'due_at', ...factColumns(table)].map((column) => `t.${column}`);
    const sql = `UPDATE ${table} AS t SET lease_until = NULL, lease_token = NULL, attempts = 0, last_error = NULL${outcome}
      FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) AS v
      WHERE t.id = v.id${sameSplit} AND t.lease_token = v.lease_token RETURNING ${shown.join(', ')}`;
    const given = all.map(({ row, set }) => ({
      ...Object.fromEntries(Object.entries(set).map(([column, value]) => [column, storable(value)])),
      id: row.id,
      lease_token: row.lease_token,
      ...(split !== undefined && { [split]: inJson(row[split]) }),
    }));
    const rows = await this.system.statement<ReleasedRow>(`release ${table}`, sql, [JSON.stringify(given)], {
      lazy: REPEATABLE.has(table),
    });
    const released = new Map(rows.map((row) => [row.id, row]));
    return all.map(({ row }) => released.get(row.id));
  }

  /**
   * Releases a row after a failed step: by default, the pause doubles with each attempt. A step that has set the attempts to 0,
   * because it got on, keeps them there. @returns the pause in seconds
   */
  async retryLater(
    table: WorkTable,
    row: ClaimedRow,
    reason: string,
    seconds = backoff(row.attempts),
  ): Promise<number> {
    const sql = `UPDATE ${table} SET lease_until = NULL, lease_token = NULL, last_error = $3,
        due_at = now() + make_interval(secs => $4), attempts = least(attempts, $5)
      WHERE id = $1 AND lease_token = $2`;
    const cause = storable(cutText(reason, MAX_REASON_LENGTH));
    const parameters = [row.id, row.lease_token, cause, seconds, row.attempts];
    await this.system.statement(`retry ${table}`, sql, parameters);
    return seconds;
  }

  /** Releases a row because the process is stopping: another one may continue at once. */
  async reschedule(table: WorkTable, row: ClaimedRow): Promise<void> {
    const sql = `UPDATE ${table} SET lease_until = NULL, lease_token = NULL, due_at = now()
      WHERE id = $1 AND lease_token = $2`;
    await this.system.statement(`reschedule ${table}`, sql, [row.id, row.lease_token]);
  }

  /** Returns rows on which nothing was done: another process may continue at once. */
  async giveBack(table: WorkTable, rows: readonly ClaimedRow[]): Promise<void> {
    const sql = `UPDATE ${table} AS t SET lease_until = NULL, lease_token = NULL, attempts = greatest(attempts - 1, 0)
      FROM unnest($1::uuid[], $2::uuid[]) AS v (id, lease_token)
      WHERE t.id = v.id AND t.lease_token = v.lease_token`;
    const parameters = [rows.map(({ id }) => id), rows.map((row) => row.lease_token)];
    await this.system.statement(`give back ${table}`, sql, parameters);
  }
}

/** Error messages quote foreign input, but PostgreSQL accepts neither zero bytes nor lone surrogates. */
function storable<T>(value: T): T | string {
  return typeof value === 'string' ? Buffer.from(value.replaceAll('\0', '')).toString() : value;
}

/** PostgreSQL reads bytes in JSON as it writes them as text. */
function inJson(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
}

function backoff(attempts: number): number {
  return Math.min(2 ** attempts, MAX_BACKOFF_SECONDS);
}

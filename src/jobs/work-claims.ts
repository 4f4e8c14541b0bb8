import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Coalescer, cutText } from '../common/index.js';
import { queryRows, SystemContext } from '../database/index.js';
import { factColumns } from './work-facts.js';
import { LeaseLostError, type WorkOutcome, type WorkTable } from './work.js';

// Renewed all the while; a killed process's row is free again after it.
export const LEASE_SECONDS = 20;
// How soon a row whose handler threw is due again: 2 s, 4 s, 8 s … capped.
const MAX_BACKOFF_SECONDS = 300;
const MAX_REASON_LENGTH = 500;
// Rows that one statement claims or releases.
const MOST_ROWS = 100;

export interface ClaimedRow {
  id: string;
  organisation_id?: string;
  attempts: number;
  lease_token: string;
  [column: string]: unknown;
}

/** What a released row says of itself: `due_at`, and the columns of `work-facts.ts`. */
export type ReleasedRow = Record<string, unknown>;

interface Release {
  row: ClaimedRow;
  set: WorkOutcome['set'];
}

/** How many rows wait that are due, and for how long the first of them. */
export interface Backlog {
  waiting: number;
  oldestSeconds: number;
}

const IS_FREE = 'due_at <= now() AND (lease_until IS NULL OR lease_until < now())';

/**
 * The statements behind leases. Postgres' clock decides, so processes need not agree on the time. Claims and releases that
 * come at the same time share a statement.
 */
@Injectable()
export class WorkClaims {
  private readonly takers = new Map<WorkTable, Coalescer<string, ClaimedRow | undefined>>();
  private readonly releasers = new Map<string, Coalescer<Release, ReleasedRow | undefined>>();

  constructor(private readonly system: SystemContext) {}

  /** Ids that want attention now and that nobody has, oldest first. */
  due(table: WorkTable, limit: number): Promise<string[]> {
    const sql = `SELECT id FROM ${table} WHERE ${IS_FREE} ORDER BY due_at LIMIT $1`;
    return this.system.transaction(`find due ${table}`, async (em) =>
      (await queryRows<{ id: string }>(em, sql, [limit])).map((row) => row.id),
    );
  }

  async backlog(table: WorkTable): Promise<Backlog> {
    const sql = `SELECT count(*)::int AS waiting, coalesce(extract(epoch FROM now() - min(due_at)), 0)::int AS seconds
      FROM ${table} WHERE ${IS_FREE}`;
    return await this.system.transaction(`backlog of ${table}`, async (em) => {
      const [row] = await queryRows<{ waiting: number; seconds: number }>(em, sql);
      return { waiting: row?.waiting ?? 0, oldestSeconds: row?.seconds ?? 0 };
    });
  }

  /** Takes a due row, or answers undefined when it is not due or somebody has it. */
  take(table: WorkTable, id: string): Promise<ClaimedRow | undefined> {
    const taker =
      this.takers.get(table) ?? new Coalescer((ids: string[]) => this.takeAll(table, ids), MOST_ROWS);
    this.takers.set(table, taker);
    return taker.add(id);
  }

  private async takeAll(table: WorkTable, ids: string[]): Promise<(ClaimedRow | undefined)[]> {
    const sql = `UPDATE ${table} SET lease_until = now() + make_interval(secs => $2), lease_token = $3,
        attempts = attempts + 1
      WHERE id IN (SELECT id FROM ${table} WHERE id = ANY($1) AND ${IS_FREE} FOR UPDATE SKIP LOCKED)
      RETURNING *`;
    const rows = await this.system.transaction(`claim ${table}`, (em) =>
      queryRows<ClaimedRow>(em, sql, [ids, LEASE_SECONDS, randomUUID()]),
    );
    const taken = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => {
      const row = taken.get(id);
      // Of two that ask for the same row at the same time one gets it.
      taken.delete(id);
      return row;
    });
  }

  async extend(table: WorkTable, row: ClaimedRow): Promise<void> {
    const sql = `UPDATE ${table} SET lease_until = now() + make_interval(secs => $3)
      WHERE id = $1 AND lease_token = $2 RETURNING id`;
    const kept = await this.system.transaction(`extend ${table}`, (em) =>
      queryRows(em, sql, [row.id, row.lease_token, LEASE_SECONDS]),
    );
    if (kept.length === 0) throw new LeaseLostError(table, row.id);
  }

  /**
   * After a step that went well.
   * @param set the outcome, when the handler has not written it and the next `due_at` itself
   * @returns undefined when another process has the row, or it is gone
   */
  release(table: WorkTable, row: ClaimedRow, set: WorkOutcome['set'] = {}): Promise<ReleasedRow | undefined> {
    const columns = Object.keys(set).toSorted();
    const key = [table, ...columns].join(' ');
    const releaser =
      this.releasers.get(key) ??
      new Coalescer((all: Release[]) => this.releaseAll(table, columns, all), MOST_ROWS);
    this.releasers.set(key, releaser);
    return releaser.add({ row, set });
  }

  private async releaseAll(
    table: WorkTable,
    columns: string[],
    all: Release[],
  ): Promise<(ReleasedRow | undefined)[]> {
    const outcome = columns.map((column) => `, ${column} = v.${column}`).join('');
    const shown = ['id', 'due_at', ...factColumns(table)].map((column) => `t.${column}`);
    const sql = `UPDATE ${table} AS t SET lease_until = NULL, lease_token = NULL, attempts = 0, last_error = NULL${outcome}
      FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) AS v
      WHERE t.id = v.id AND t.lease_token = v.lease_token RETURNING ${shown.join(', ')}`;
    const given = all.map(({ row, set }) => ({
      ...Object.fromEntries(Object.entries(set).map(([column, value]) => [column, storable(value)])),
      id: row.id,
      lease_token: row.lease_token,
    }));
    const rows = await this.system.transaction(`release ${table}`, (em) =>
      queryRows<ReleasedRow>(em, sql, [JSON.stringify(given)]),
    );
    const released = new Map(rows.map((row) => [row.id, row]));
    return all.map(({ row }) => released.get(row.id));
  }

  /** After a step that threw: due again later, the longer the more often it failed. @returns in how many seconds */
  async giveBack(
    table: WorkTable,
    row: ClaimedRow,
    reason: string,
    seconds = backoff(row.attempts),
  ): Promise<number> {
    const sql = `UPDATE ${table} SET lease_until = NULL, lease_token = NULL, last_error = $3,
        due_at = now() + make_interval(secs => $4), attempts = $5
      WHERE id = $1 AND lease_token = $2`;
    await this.system.transaction(`give back ${table}`, (em) =>
      queryRows(em, sql, [
        row.id,
        row.lease_token,
        storable(cutText(reason, MAX_REASON_LENGTH)),
        seconds,
        row.attempts,
      ]),
    );
    return seconds;
  }

  /** When the process stops in the middle: somebody else may go on at once. */
  async handOver(table: WorkTable, row: ClaimedRow): Promise<void> {
    const sql = `UPDATE ${table} SET lease_until = NULL, lease_token = NULL, due_at = now()
      WHERE id = $1 AND lease_token = $2`;
    await this.system.transaction(`hand over ${table}`, (em) =>
      queryRows(em, sql, [row.id, row.lease_token]),
    );
  }
}

/** Errors quote what others have sent: Postgres takes neither zero bytes nor half of a character. */
function storable<T>(value: T): T | string {
  return typeof value === 'string' ? Buffer.from(value.replaceAll('\0', '')).toString() : value;
}

function backoff(attempts: number): number {
  return Math.min(2 ** attempts, MAX_BACKOFF_SECONDS);
}

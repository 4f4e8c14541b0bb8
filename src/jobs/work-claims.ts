import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { cutText } from '../common/index.js';
import { queryRows, SystemContext } from '../database/index.js';
import { LeaseLostError, type WorkTable } from './work.js';

// Renewed all the while; a killed process's row is free again after it.
export const LEASE_SECONDS = 20;
// How soon a row whose handler threw is due again: 2 s, 4 s, 8 s … capped.
const MAX_BACKOFF_SECONDS = 300;
const MAX_REASON = 500;

export interface ClaimedRow {
  id: string;
  organisation_id?: string;
  attempts: number;
  lease_token: string;
}

/** The statements behind leases. Postgres' clock decides, so processes need not agree on the time. */
@Injectable()
export class WorkClaims {
  constructor(private readonly system: SystemContext) {}

  /** Ids that want attention now and that nobody has, oldest first. */
  due(table: WorkTable, limit: number): Promise<string[]> {
    const sql = `SELECT id FROM ${table} WHERE due_at <= now() AND (lease_until IS NULL OR lease_until < now())
      ORDER BY due_at LIMIT $1`;
    return this.system.transaction(`find due ${table}`, async (em) =>
      (await queryRows<{ id: string }>(em, sql, [limit])).map((row) => row.id),
    );
  }

  /** Takes a due row, or answers undefined when it is not due or somebody has it. */
  take(table: WorkTable, id: string): Promise<ClaimedRow | undefined> {
    const sql = `UPDATE ${table} SET lease_until = now() + make_interval(secs => $2), lease_token = $3,
        attempts = attempts + 1
      WHERE id = (SELECT id FROM ${table} WHERE id = $1 AND due_at <= now()
        AND (lease_until IS NULL OR lease_until < now()) FOR UPDATE SKIP LOCKED)
      RETURNING *`;
    return this.system.transaction(`claim ${table}`, async (em) => {
      const [row] = await queryRows<ClaimedRow>(em, sql, [id, LEASE_SECONDS, randomUUID()]);
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

  /** After a step that went well. The handler has already set the next `due_at`. */
  async release(table: WorkTable, row: ClaimedRow): Promise<void> {
    const sql = `UPDATE ${table} SET lease_until = NULL, lease_token = NULL, attempts = 0, last_error = NULL
      WHERE id = $1 AND lease_token = $2`;
    await this.system.transaction(`release ${table}`, (em) => queryRows(em, sql, [row.id, row.lease_token]));
  }

  /** After a step that threw: due again later, the longer the more often it failed. */
  async giveBack(
    table: WorkTable,
    row: ClaimedRow,
    reason: string,
    seconds = backoff(row.attempts),
  ): Promise<void> {
    const sql = `UPDATE ${table} SET lease_until = NULL, lease_token = NULL, last_error = $3,
        due_at = now() + make_interval(secs => $4), attempts = $5
      WHERE id = $1 AND lease_token = $2`;
    await this.system.transaction(`give back ${table}`, (em) =>
      queryRows(em, sql, [row.id, row.lease_token, cutText(reason, MAX_REASON), seconds, row.attempts]),
    );
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

function backoff(attempts: number): number {
  return Math.min(2 ** attempts, MAX_BACKOFF_SECONDS);
}

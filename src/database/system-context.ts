import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Outages } from '../common/index.js';
import { trackOutages } from './outage-tracking.js';
import { SYSTEM_DATA_SOURCE } from './system-data-source.js';

/**
 * Names the reason of a system statement: its `FROM` has this, and its first parameter is the reason. PostgreSQL evaluates
 * it before the rows of the statement.
 */
export const SYSTEM_REASON = `set_config('app.system_reason', $1, true) AS system_reason`;

/**
 * Runs work across organisations: claims, OAuth callbacks, webhook intake, token custody. It has its own role and
 * connections. Every use names a reason, because without one the role sees no rows. So
 * `grep -rnE 'system\.(transaction|statement)'` lists all code outside the isolation of tenants.
 */
@Injectable()
export class SystemContext {
  constructor(
    @Inject(SYSTEM_DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly outages: Outages = new Outages(),
  ) {}

  transaction<T>(reason: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return trackOutages(this.outages, () => this.dataSource.transaction((em) => named(em, reason, work)));
  }

  /**
   * Runs one INSERT or SELECT in one round trip, for what happens often.
   * @param sql with `SYSTEM_REASON` in its FROM
   * @param parameters `$2`, `$3`, …
   */
  statement<Row>(reason: string, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return trackOutages(this.outages, () => this.dataSource.query<Row[]>(sql, [reason, ...parameters]));
  }
}

async function named<T>(
  em: EntityManager,
  reason: string,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  await em.query(`SELECT set_config('app.system_reason', $1, true)`, [reason]);
  return await work(em);
}

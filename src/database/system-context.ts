import { Inject, Injectable } from '@nestjs/common';
import { escapeLiteral } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { Outages } from '../common/index.js';
import { trackOutages } from './outage-tracking.js';
import { RoundTrip } from './round-trip.js';
import { SYSTEM_DATA_SOURCE } from './system-data-source.js';

const SCOPE = `SELECT set_config('app.system_reason', $1, true)`;
// PostgreSQL writes its log soon after the commit, in the order of the commits.
const LAZY = 'SET LOCAL synchronous_commit = off';

/**
 * Runs work across organisations: claims, OAuth callbacks, webhook intake, token custody. It has its own role and
 * connections. Every use names a reason, because without one the role sees no rows. So
 * `grep -rnE 'system\.(transaction|statement)'` lists all code outside the isolation of tenants.
 */
@Injectable()
export class SystemContext {
  private readonly roundTrip: RoundTrip;

  constructor(
    @Inject(SYSTEM_DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly outages: Outages = new Outages(),
  ) {
    this.roundTrip = new RoundTrip(dataSource);
  }

  transaction<T>(reason: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return trackOutages(this.outages, () => this.dataSource.transaction((em) => named(em, reason, work)));
  }

  /**
   * Runs one statement in a transaction of its own and in one round trip, for what happens often.
   * @param options `lazy`: a crash of the database may undo it within a second after it; only for what is then done again
   */
  statement<Row>(
    reason: string,
    sql: string,
    parameters: readonly unknown[],
    { lazy = false } = {},
  ): Promise<Row[]> {
    const scope = `BEGIN; SET LOCAL app.system_reason = ${escapeLiteral(reason)}`;
    const begin = lazy ? `${scope}; ${LAZY}` : scope;
    return trackOutages(this.outages, () => this.roundTrip.run<Row>({ begin, sql, parameters }));
  }
}

async function named<T>(
  em: EntityManager,
  reason: string,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  await em.query(SCOPE, [reason]);
  return await work(em);
}

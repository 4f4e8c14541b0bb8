import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { escapeLiteral } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { Outages } from '../common/index.js';
import { RESERVED_LIMIT_MS } from './data-source-options.js';
import { trackOutages } from './outage-tracking.js';
import { ReservedConnection } from './reserved-connection.js';
import { LAZY, poolOf, RoundTrip } from './round-trip.js';
import { SYSTEM_DATA_SOURCE } from './system-data-source.js';

const SCOPE = `SELECT set_config('app.system_reason', $1, true)`;

/**
 * Runs work across organisations: claims, OAuth callbacks, webhook intake, token custody. It has its own role and
 * connections. Every use names a reason, because without one the role sees no rows. So
 * `grep -rnE 'system\.(transaction|statement)'` lists all code outside the isolation of tenants.
 */
@Injectable()
export class SystemContext implements OnApplicationShutdown {
  private readonly reserved: ReservedConnection;
  private readonly pooled: RoundTrip;
  private readonly urgent: RoundTrip;

  constructor(
    @Inject(SYSTEM_DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly outages: Outages = new Outages(),
  ) {
    this.reserved = new ReservedConnection(dataSource);
    this.pooled = new RoundTrip(poolOf(dataSource));
    this.urgent = new RoundTrip(this.reserved.checkout, RESERVED_LIMIT_MS);
  }

  transaction<T>(reason: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return trackOutages(this.outages, () => this.dataSource.transaction((em) => named(em, reason, work)));
  }

  /**
   * Runs one statement in a transaction of its own and in one round trip, for what happens often.
   * @param options `lazy`: a crash of the database may undo it within a second after it; only for what is then done again.
   *   `urgent`: on the connection that is reserved for it, which is given up if it does not answer within 3 s
   */
  statement<Row>(
    reason: string,
    sql: string,
    parameters: readonly unknown[],
    { lazy = false, urgent = false } = {},
  ): Promise<Row[]> {
    const scope = `BEGIN; SET LOCAL app.system_reason = ${escapeLiteral(reason)}`;
    const begin = lazy ? `${scope}; ${LAZY}` : scope;
    const roundTrip = urgent ? this.urgent : this.pooled;
    return trackOutages(this.outages, () => roundTrip.run<Row>({ begin, sql, parameters }));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reserved.close();
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

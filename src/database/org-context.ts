import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { FairTurns, Outages } from '../common/index.js';
import { toLockTaken } from './lock-wait.js';
import { trackOutages } from './outage-tracking.js';
import { shareOfOne } from './pool-shares.js';

interface OrgScope {
  organisationId: string;
  /** A route, or the kind of background work. */
  name: string;
  /** A caller is waiting for the response. */
  isCall?: boolean;
  inTransaction?: boolean;
}

const scopes = new AsyncLocalStorage<OrgScope>();

// Ordinary changes finish within this time, and a waiting request occupies a connection.
const CALL_LOCK_TIMEOUT = '1s';

/**
 * The only way to a tenant's rows: work runs inside an organisation, and each transaction sets that organisation in the
 * database. Row-level security then hides all other rows, even from a query without a WHERE.
 *
 * One organisation never occupies all connections of the pool.
 */
@Injectable()
export class OrgContext {
  private readonly connections: FairTurns;

  constructor(
    private readonly dataSource: DataSource,
    private readonly outages: Outages = new Outages(),
  ) {
    const { poolSize } = dataSource.options as { poolSize?: number };
    this.connections = new FairTurns(shareOfOne(poolSize));
  }

  /** Runs background work as an organisation. @param name the kind of work */
  run<T>(organisationId: string, name: string, work: () => T): T {
    return scopes.run({ organisationId, name }, work);
  }

  /** Runs a request as an organisation. Its transactions wait 1 s for a lock; after that, the response is 409. */
  runCall<T>(organisationId: string, name: string, work: () => T): T {
    return scopes.run({ organisationId, name, isCall: true }, work);
  }

  /** @throws Error outside of `run`, which is a bug */
  get organisationId(): string {
    return this.scope.organisationId;
  }

  /**
   * Runs a transaction. It sets the organisation inside, so that nothing leaks through the pool.
   * @throws LockTakenError in a request, when another transaction holds the row
   */
  transaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const { scope } = this;
    return this.withinShare(() =>
      scopes.run({ ...scope, inTransaction: true }, () => this.begin(scope, work)),
    );
  }

  /** Runs work that needs one connection, as soon as the organisation may have another one. */
  withinShare<T>(work: () => Promise<T>): Promise<T> {
    const { organisationId, inTransaction } = this.scope;
    // A nested transaction must not wait for the outer one.
    return inTransaction ? work() : this.connections.run(organisationId, work);
  }

  private async begin<T>(
    { organisationId, isCall }: OrgScope,
    work: (em: EntityManager) => Promise<T>,
  ): Promise<T> {
    try {
      return await trackOutages(this.outages, () =>
        this.dataSource.transaction(async (em) => {
          await em.query(
            `SELECT set_config('app.organisation_id', $1, true)${isCall ? SET_LOCK_TIMEOUT : ''}`,
            [organisationId],
          );
          return await work(em);
        }),
      );
    } catch (error) {
      throw toLockTaken(error);
    }
  }

  private get scope(): OrgScope {
    const scope = scopes.getStore();
    if (!scope) throw new Error('no organisation in context: this code must run inside OrgContext.run');
    return scope;
  }
}

const SET_LOCK_TIMEOUT = `, set_config('lock_timeout', '${CALL_LOCK_TIMEOUT}', true)`;

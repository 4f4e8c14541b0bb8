import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { FairTurns, Outages } from '../common/index.js';
import { asLockTaken } from './busy.js';
import { noticingLoss } from './noticing-loss.js';
import { shareOfOne } from './pool-shares.js';

interface OrgScope {
  organisationId: string;
  /** What is being done: a route or the name of a background work. */
  name: string;
  /** A caller waits for the answer. */
  isCall?: boolean;
  inTransaction?: boolean;
}

const scopes = new AsyncLocalStorage<OrgScope>();

// For a row that another call has. What takes longer is no ordinary change, and a waiting call holds a connection.
const CALLS_WAIT = '1s';

/**
 * The only way to a tenant's rows: work runs inside an organisation, and each transaction tells the database so.
 * Row-level security then hides everybody else's rows, whatever the query says.
 *
 * One organisation never has all connections of the pool, however much it does or waits for.
 */
@Injectable()
export class OrgContext {
  private readonly turns: FairTurns;

  constructor(
    private readonly dataSource: DataSource,
    private readonly outages: Outages = new Outages(),
  ) {
    const { poolSize } = dataSource.options as { poolSize?: number };
    this.turns = new FairTurns(shareOfOne(poolSize));
  }

  /** Runs background work as an organisation, by its name. */
  run<T>(organisationId: string, name: string, work: () => T): T {
    return scopes.run({ organisationId, name }, work);
  }

  /** The same for a call whose sender waits: its transactions wait a second for a lock, then it is answered 409. */
  runCall<T>(organisationId: string, name: string, work: () => T): T {
    return scopes.run({ organisationId, name, isCall: true }, work);
  }

  /** @throws Error outside of `run`: a programming mistake, never a tenant's */
  get organisationId(): string {
    return this.scope.organisationId;
  }

  /**
   * One transaction with the organisation set inside it, so that nothing leaks through the pool.
   * @throws LockTakenError in a call, for a row that another transaction has
   */
  transaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const { scope } = this;
    return this.inTurn(() => scopes.run({ ...scope, inTransaction: true }, () => this.begin(scope, work)));
  }

  /** Runs work that takes one connection, when the organisation may have one more. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const { organisationId, inTransaction } = this.scope;
    // A transaction within one must not wait for the outer one to end.
    return inTransaction ? work() : this.turns.run(organisationId, work);
  }

  private async begin<T>(
    { organisationId, isCall }: OrgScope,
    work: (em: EntityManager) => Promise<T>,
  ): Promise<T> {
    try {
      return await noticingLoss(this.outages, () =>
        this.dataSource.transaction(async (em) => {
          await em.query(`SELECT set_config('app.organisation_id', $1, true)${isCall ? LIMIT_WAIT : ''}`, [
            organisationId,
          ]);
          return await work(em);
        }),
      );
    } catch (error) {
      throw asLockTaken(error);
    }
  }

  private get scope(): OrgScope {
    const scope = scopes.getStore();
    if (!scope) throw new Error('no organisation: this code must run inside OrgContext.run');
    return scope;
  }
}

const LIMIT_WAIT = `, set_config('lock_timeout', '${CALLS_WAIT}', true)`;

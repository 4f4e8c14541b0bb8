import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Outages } from '../common/index.js';
import { noticingLoss } from './noticing-loss.js';

interface OrgScope {
  organisationId: string;
  /** What is being done: a route or the name of a background work. */
  name: string;
}

const scopes = new AsyncLocalStorage<OrgScope>();

/**
 * The only way to a tenant's rows: work runs inside an organisation, and each transaction tells the database so.
 * Row-level security then hides everybody else's rows, whatever the query says.
 */
@Injectable()
export class OrgContext {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outages: Outages = new Outages(),
  ) {}

  /** Runs work as an organisation: requests enter here after the guard, background work by its name. */
  run<T>(organisationId: string, name: string, work: () => T): T {
    return scopes.run({ organisationId, name }, work);
  }

  /** @throws Error outside of `run`: a programming mistake, never a tenant's */
  get organisationId(): string {
    const scope = scopes.getStore();
    if (!scope) throw new Error('no organisation: this code must run inside OrgContext.run');
    return scope.organisationId;
  }

  /** One transaction with the organisation set inside it, so that nothing leaks through the pool. */
  transaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const { organisationId } = this;
    return noticingLoss(this.outages, () =>
      this.dataSource.transaction(async (em) => {
        await em.query(`SELECT set_config('app.organisation_id', $1, true)`, [organisationId]);
        return work(em);
      }),
    );
  }
}

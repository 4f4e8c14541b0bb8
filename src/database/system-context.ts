import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { SYSTEM_DATA_SOURCE } from './system-data-source.js';

/**
 * Work across organisations: claims, OAuth callbacks, webhook intake, token custody. It has a role and connections of its
 * own. Every use names its reason, without which the role sees nothing, so that
 * `grep -rnE 'system\.(transaction|exclusively)\('` lists all code that tenants' isolation does not bind.
 */
@Injectable()
export class SystemContext {
  constructor(@Inject(SYSTEM_DATA_SOURCE) private readonly dataSource: DataSource) {}

  transaction<T>(reason: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction((em) => named(em, reason, work));
  }

  /**
   * Several transactions in a row on one connection, while nobody else works under the same name. Unlike a row's lock it
   * holds across their commits; it ends with the connection at the latest.
   */
  async exclusively<T>(name: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name]);
      try {
        return await work((reason, inside) => runner.manager.transaction((em) => named(em, reason, inside)));
      } finally {
        // On a connection that is gone there is no lock either.
        await runner
          .query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name])
          .catch(() => undefined);
      }
    } finally {
      await runner.release();
    }
  }
}

/** One transaction of `exclusively`, with its reason. */
export type Transaction = <T>(reason: string, work: (em: EntityManager) => Promise<T>) => Promise<T>;

async function named<T>(
  em: EntityManager,
  reason: string,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  await em.query(`SELECT set_config('app.system_reason', $1, true)`, [reason]);
  return await work(em);
}

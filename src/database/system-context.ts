import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/**
 * Work across organisations: claims, OAuth callbacks, webhook intake, token custody. Every use names its reason,
 * so that `grep -rn 'system.transaction('` lists all code that tenants' isolation does not bind.
 */
@Injectable()
export class SystemContext {
  constructor(private readonly dataSource: DataSource) {}

  transaction<T>(reason: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (em) => {
      await em.query(`SELECT set_config('app.system_reason', $1, true)`, [reason]);
      return work(em);
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Outages } from '../common/index.js';
import { trackOutages } from './outage-tracking.js';
import { SYSTEM_DATA_SOURCE } from './system-data-source.js';

/**
 * Runs work across organisations: claims, OAuth callbacks, webhook intake, token custody. It has its own role and
 * connections. Every use names a reason, because without one the role sees no rows. So
 * `grep -rn 'system\.transaction('` lists all code outside the isolation of tenants.
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
}

async function named<T>(
  em: EntityManager,
  reason: string,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  await em.query(`SELECT set_config('app.system_reason', $1, true)`, [reason]);
  return await work(em);
}

import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Outages } from '../common/index.js';
import { noticingLoss } from './noticing-loss.js';
import { SYSTEM_DATA_SOURCE } from './system-data-source.js';

/**
 * Work across organisations: claims, OAuth callbacks, webhook intake, token custody. It has a role and connections of its
 * own. Every use names its reason, without which the role sees nothing, so that
 * `grep -rn 'system\.transaction('` lists all code that tenants' isolation does not bind.
 */
@Injectable()
export class SystemContext {
  constructor(
    @Inject(SYSTEM_DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly outages: Outages = new Outages(),
  ) {}

  transaction<T>(reason: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return noticingLoss(this.outages, () => this.dataSource.transaction((em) => named(em, reason, work)));
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

import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppConfig } from '../../config/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

// Twice, so that a burst is not taken for a state.
const BETWEEN_MS = 500;

/** What node-postgres' pool tells of itself; TypeORM has it untyped. */
interface PoolState {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** Nobody queues for a connection of this process. */
@Injectable()
export class DatabasePoolCheck extends Check {
  readonly name = 'database_pool';

  constructor(
    private readonly config: AppConfig,
    private readonly dataSource: DataSource,
  ) {
    super();
  }

  async examine(): Promise<Verdict> {
    const { master: pool } = this.dataSource.driver as unknown as { master: PoolState };
    const first = pool.waitingCount;
    await sleep(BETWEEN_MS);
    const busy = pool.totalCount - pool.idleCount;
    return poolVerdict(busy, this.config.database.poolSize, Math.min(first, pool.waitingCount));
  }
}

/** @param waiting callers that want a connection and have waited for a while */
export function poolVerdict(busy: number, size: number, waiting: number): Verdict {
  const told = `${busy} of ${size} connections of this process are busy`;
  if (waiting === 0) return ok(`${told}, and nobody waits for one.`);
  return warning(
    `${told}, and ${waiting} caller(s) wait for one.`,
    'Raise DATABASE_POOL_SIZE as far as PostgreSQL has connections, or run more processes.',
  );
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DatabaseFacts, type PoolUse } from '../../database/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

// Measured twice, to ignore short bursts.
const BETWEEN_MS = 500;

/** Checks that no caller waits for a connection of this process. */
@Injectable()
export class DatabasePoolCheck extends Check {
  readonly name = 'database_pool';

  constructor(private readonly database: DatabaseFacts) {
    super();
  }

  async examine(): Promise<Verdict> {
    const first = this.database.poolUse();
    await sleep(BETWEEN_MS);
    const pools = this.database.poolUse();
    for (const [index, pool] of pools.entries())
      pool.waiting = Math.min(first[index]?.waiting ?? 0, pool.waiting);
    return poolVerdict(pools);
  }
}

/** @param pools with the number of callers that have waited for a connection for a while */
export function poolVerdict(pools: readonly PoolUse[]): Verdict {
  const parts = pools.map(({ work, busy, size }) => `${busy} of ${size} for ${NAMES[work]}`).join(', ');
  const waiting = pools.filter((pool) => pool.waiting > 0);
  if (waiting.length === 0) return ok(`Busy connections of this process: ${parts}. No caller is waiting.`);
  const queues = waiting.map((pool) => `${pool.waiting} for ${NAMES[pool.work]}`).join(', ');
  return warning(
    `Busy connections of this process: ${parts}. Waiting callers: ${queues}.`,
    'Increase DATABASE_POOL_SIZE, which both kinds of work share, within the connection limit of PostgreSQL, or run more processes.',
  );
}

const NAMES = { tenants: "tenants' work", system: 'system work' };

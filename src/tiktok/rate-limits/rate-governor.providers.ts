import type { Provider } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { BudgetLedger } from './budget-ledger.js';
import { ExpiringSets } from './expiring-sets.js';
import { MemorySets } from './memory-sets.js';
import { RateBudgets } from './rate-budgets.js';
import { RateGovernor } from './rate-governor.js';
import { connectTo, RedisSets } from './redis-sets.js';

/** Counts in Redis if `REDIS_URL` is set, else in memory. */
export const RATE_GOVERNOR: Provider[] = [
  RateGovernor,
  BudgetLedger,
  RateBudgets,
  {
    provide: ExpiringSets,
    useFactory: ({ redisUrl }: AppConfig, clock: Clock) => {
      const memory = new MemorySets(clock);
      return redisUrl === undefined ? memory : new RedisSets(connectTo(redisUrl), memory, clock);
    },
    inject: [AppConfig, Clock],
  },
];

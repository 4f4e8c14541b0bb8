import type { Provider } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { GovernorRedis } from './governor-redis.js';
import { InsuredWindowStore } from './insured-window.store.js';
import { MemoryWindowStore } from './memory-window.store.js';
import { RateGovernor } from './rate-governor.js';
import { RecoveryBlocks } from './recovery-blocks.js';
import { RedisWindowStore } from './redis-window.store.js';
import { WindowStore } from './window.store.js';

/** Redis when there is one, memory otherwise. */
export const RATE_GOVERNOR: Provider[] = [
  RateGovernor,
  GovernorRedis,
  MemoryWindowStore,
  {
    provide: WindowStore,
    useFactory: ({ client }: GovernorRedis, memory: MemoryWindowStore, clock: Clock) =>
      client ? new InsuredWindowStore(new RedisWindowStore(client), memory, clock) : memory,
    inject: [GovernorRedis, MemoryWindowStore, Clock],
  },
  {
    provide: RecoveryBlocks,
    useFactory: ({ client }: GovernorRedis) => new RecoveryBlocks(client),
    inject: [GovernorRedis],
  },
];

import { Clock } from '../../common/index.js';
import type { AppConfig } from '../../config/index.js';
import { MemoryWindowStore } from '../rate-limits/memory-window.store.js';
import { RateGovernor } from '../rate-limits/rate-governor.js';
import { RecoveryBlocks } from '../rate-limits/recovery-blocks.js';

/** For specs: a governor that shares its counts with nobody. */
export function memoryGovernor(config: AppConfig, clock = new Clock()): RateGovernor {
  return new RateGovernor(config, clock, new MemoryWindowStore(clock), new RecoveryBlocks(undefined));
}

import { Clock } from '../../common/index.js';
import type { AppConfig } from '../../config/index.js';
import { BudgetLedger } from '../rate-limits/budget-ledger.js';
import { MemorySets } from '../rate-limits/memory-sets.js';
import { RateGovernor } from '../rate-limits/rate-governor.js';

/** Makes a governor whose counts no other governor shares. */
export function memoryGovernor(config: AppConfig, clock = new Clock()): RateGovernor {
  const sets = new MemorySets(clock);
  return new RateGovernor(config, clock, new BudgetLedger(sets, clock), sets);
}

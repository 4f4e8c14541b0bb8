import type { Redis } from 'ioredis';
import { allowance, WINDOW_MS } from './budget.js';
import { RELEASE, SETTLE, TAKE } from './window-scripts.js';
import {
  busyMs,
  holdMs,
  ROUNDING_MS,
  WindowStore,
  type SlidingBudget,
  type Taking,
  type Verdict,
} from './window.store.js';

// The braces keep all keys in one slot of a Redis cluster, as scripts over several keys need it.
const setOf = ({ key }: SlidingBudget) => `{tiktok-rate}:${key}`;

/** Timestamps in Redis: one count for all processes. */
export class RedisWindowStore extends WindowStore {
  constructor(private readonly redis: Redis) {
    super();
  }

  async take({ id, priority, budgets }: Taking): Promise<Verdict> {
    if (budgets.length === 0) return { taken: true };
    const keys = budgets.flatMap((budget) => [setOf(budget), `${setOf(budget)}:people`]);
    const values = budgets.flatMap(({ limit, window }) => {
      const windowMs = WINDOW_MS[window];
      return [
        windowMs + ROUNDING_MS,
        holdMs(windowMs),
        busyMs(windowMs),
        allowance(limit, 'interactive', false),
        allowance(limit, 'background', false),
        allowance(limit, 'background', true),
      ];
    });
    const answer = await this.run(TAKE, keys, [id, priority, ...values]);
    const [number, waitMs] = answer as [number, number];
    const budget = budgets[number - 1];
    return budget ? { taken: false, budget, waitMs } : { taken: true };
  }

  async settle({ id, budgets }: Taking): Promise<void> {
    if (budgets.length > 0) await this.run(SETTLE, budgets.map(setOf), [id]);
  }

  async release({ id, budgets }: Taking): Promise<void> {
    if (budgets.length > 0) await this.run(RELEASE, budgets.map(setOf), [id]);
  }

  private async run(script: string, keys: string[], values: (string | number)[]): Promise<unknown> {
    try {
      return await this.redis.eval(script, keys.length, ...keys, ...values);
    } catch (error) {
      // A Redis that hangs still looks connected; as one that is not, it costs nobody a timeout any more.
      if (this.redis.status === 'ready' && isTimeout(error)) this.redis.disconnect(true);
      throw error;
    }
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'Command timed out';
}

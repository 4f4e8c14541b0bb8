import type { Redis } from 'ioredis';
import { allowance, isAppWide, WINDOW_MS, type Budget } from './budget.js';
import { RELEASE, SETTLE, TAKE, type ScriptBudget, type ScriptCall } from './window-scripts.js';
import { busyMs, holdMs, ROUNDING_MS, WindowStore, type Taking, type Verdict } from './window.store.js';

/** Counts in Redis: one for all processes. */
export class RedisWindowStore extends WindowStore {
  /** The connection that was given up last. */
  private left: Redis['stream'] | undefined;

  constructor(private readonly redis: Redis) {
    super();
  }

  async take(taking: Taking): Promise<Verdict> {
    if (taking.budgets.length === 0) return { taken: true };
    const [number, waitMs] = (await this.run(TAKE, taking)) as [number, number];
    const budget = taking.budgets[number - 1];
    return budget ? { taken: false, budget, waitMs } : { taken: true };
  }

  async settle(taking: Taking): Promise<void> {
    if (taking.budgets.length > 0) await this.run(SETTLE, taking);
  }

  async release(taking: Taking): Promise<void> {
    if (taking.budgets.length > 0) await this.run(RELEASE, taking);
  }

  private async run(script: string, taking: Taking): Promise<unknown> {
    const keys = taking.budgets.flatMap((budget) => keysOf(budget, taking));
    try {
      return await this.redis.eval(script, keys.length, ...keys, JSON.stringify(scriptCall(taking)));
    } catch (error) {
      if (isTimeout(error)) this.leave();
      throw error;
    }
  }

  /**
   * A Redis that hangs still looks connected; as one that is not, it costs no call a timeout. Calls that time out together
   * leave the connection once, since every time adds a listener to it.
   */
  private leave(): void {
    const { status, stream } = this.redis;
    if (status !== 'ready' || stream === this.left) return;
    this.left = stream;
    this.redis.disconnect(true);
  }
}

/** The braces keep all keys in one slot of a Redis cluster, as scripts over several keys need it. */
function keysOf({ key, window }: Budget, { sharer, day }: Taking): string[] {
  const count = window === 'utc-day' ? `{tiktok-rate}:${key}:${day}` : `{tiktok-rate}:${key}`;
  return [count, `${count}:people`, `${count}:refused`, `${count}:unmet`, `${count}:of:${sharer}`];
}

function scriptCall({ id, sharer, priority, budgets }: Taking): ScriptCall {
  return {
    id,
    sharer,
    interactive: priority === 'interactive',
    shares: priority === 'background',
    budgets: budgets.map((budget): ScriptBudget => {
      const windowMs = budget.window === 'utc-day' ? 0 : WINDOW_MS[budget.window];
      return {
        window: windowMs === 0 ? 0 : windowMs + ROUNDING_MS,
        hold: holdMs(windowMs),
        busy: busyMs(windowMs),
        limit: allowance(budget.limit, priority, false),
        busyLimit: allowance(budget.limit, priority, true),
        appWide: isAppWide(budget),
      };
    }),
  };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'Command timed out';
}

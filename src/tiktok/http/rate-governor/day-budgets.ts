import type { Redis } from 'ioredis';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { allowance, type Budget } from './budget.js';
import { fixedLimiter } from './fixed-limiter.js';
import type { Priority } from './rated-call.js';

/** Budgets of a day in UTC: a counter with the date in its key, as TikTok begins anew at midnight. */
export class DayBudgets {
  private readonly limiter: RateLimiterAbstract;

  constructor(redis: Redis | undefined) {
    this.limiter = fixedLimiter('tiktok-rate-day', redis);
  }

  /** @returns whether the call may go out; one that may not is not counted */
  async take({ key, limit }: Budget, priority: Priority, now: Date): Promise<boolean> {
    const today = `${key}:${now.toISOString().slice(0, 10)}`;
    const { consumedPoints } = await this.limiter.consume(today);
    if (consumedPoints <= allowance(limit, priority, false)) return true;
    await this.limiter.reward(today);
    return false;
  }

  /** Gives back a call that did not go out. */
  async release({ key }: Budget, now: Date): Promise<void> {
    await this.limiter.reward(`${key}:${now.toISOString().slice(0, 10)}`);
  }
}

export function msToMidnightUtc(now: Date): number {
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1) - now.getTime();
}

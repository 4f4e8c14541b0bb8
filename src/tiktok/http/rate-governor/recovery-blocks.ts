import type { Redis } from 'ioredis';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { fixedLimiter } from './fixed-limiter.js';

/** "Not before …", for all processes: recovery windows that TikTok's refusals have opened. */
export class RecoveryBlocks {
  private readonly limiter: RateLimiterAbstract;

  constructor(redis: Redis | undefined) {
    this.limiter = fixedLimiter('tiktok-rate-block', redis);
  }

  /** A block that is there already and lasts longer stays. */
  async set(key: string, seconds: number): Promise<void> {
    if ((await this.remainingMs([key])) >= seconds * 1000) return;
    await this.limiter.block(key, seconds);
  }

  /** @returns of the longest block among the keys; 0 when there is none */
  async remainingMs(keys: readonly string[]): Promise<number> {
    const found = await Promise.all(keys.map((key) => this.limiter.get(key)));
    return Math.max(0, ...found.map((block) => block?.msBeforeNext ?? 0));
  }
}

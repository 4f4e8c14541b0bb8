import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';

// Only blocks are kept, and nothing is counted: neither number says anything.
const OPTIONS = { keyPrefix: 'tiktok-rate-block', points: 1, duration: 1 };

/**
 * "Not before …", for all processes: recovery windows that TikTok's refusals have opened. In Redis when there is one, in
 * memory while it does not answer.
 */
export class RecoveryBlocks {
  private readonly limiter: RateLimiterAbstract;

  constructor(redis: Redis | undefined) {
    const memory = new RateLimiterMemory(OPTIONS);
    this.limiter = redis
      ? new RateLimiterRedis({
          ...OPTIONS,
          storeClient: redis,
          insuranceLimiter: memory,
          rejectIfRedisNotReady: true,
        })
      : memory;
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

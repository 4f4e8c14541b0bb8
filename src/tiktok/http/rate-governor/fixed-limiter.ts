import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';

// Whoever counts compares for themselves: limits differ from key to key.
const NO_LIMIT = 1_000_000_000;
const DAY_SECONDS = 86_400;

/** Counters that begin with the first call and end by themselves: in Redis, in memory while Redis does not answer. */
export function fixedLimiter(keyPrefix: string, redis: Redis | undefined): RateLimiterAbstract {
  const options = { keyPrefix, points: NO_LIMIT, duration: DAY_SECONDS };
  const memory = new RateLimiterMemory(options);
  if (!redis) return memory;
  return new RateLimiterRedis({
    ...options,
    storeClient: redis,
    insuranceLimiter: memory,
    rejectIfRedisNotReady: true,
  });
}

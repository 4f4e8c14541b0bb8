import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { AppConfig } from '../../config/index.js';
import { databaseIdentity } from '../../database/index.js';
import { WINDOW_MINUTES, type CallLimit } from './call-limit.js';
import { LimitsRedis } from './limits-redis.js';

/** The state of a limit, with this call counted. */
export interface Count {
  limit: number;
  remaining: number;
  /** Until the window restarts. */
  resetSeconds: number;
  exceeded: boolean;
}

/** Counts calls in Redis, for all processes. Without Redis it counts in memory, and no call fails. */
@Injectable()
export class CallCounters implements OnModuleInit {
  private readonly limiters = new Map<number, RateLimiterAbstract>();
  private prefix = '';

  constructor(
    private readonly config: AppConfig,
    private readonly dataSource: DataSource,
    private readonly redis: LimitsRedis,
  ) {}

  /** Keeps installations apart that share a Redis. */
  async onModuleInit(): Promise<void> {
    if (!this.redis.client) return;
    this.prefix = this.config.redisPrefix ?? (await databaseIdentity(this.dataSource));
  }

  async count({ key, perMinute }: CallLimit): Promise<Count> {
    const limit = perMinute * WINDOW_MINUTES;
    const { remaining, msBeforeNext } = await consume(this.limiter(limit), key);
    return {
      limit,
      remaining: remaining ?? 0,
      resetSeconds: Math.max(Math.ceil(msBeforeNext / 1000), 1),
      exceeded: remaining === undefined,
    };
  }

  private limiter(points: number): RateLimiterAbstract {
    const limiter = this.limiters.get(points) ?? this.newLimiter(points);
    this.limiters.set(points, limiter);
    return limiter;
  }

  private newLimiter(points: number): RateLimiterAbstract {
    const options = { points, duration: WINDOW_MINUTES * 60 };
    const memory = new RateLimiterMemory(options);
    const storeClient = this.redis.client;
    if (!storeClient) return memory;
    return new RateLimiterRedis({
      ...options,
      keyPrefix: `${this.prefix}:calls`,
      storeClient,
      insuranceLimiter: memory,
      rejectIfRedisNotReady: true,
      // A caller over the limit costs no further request to Redis.
      inMemoryBlockOnConsumed: points + 1,
    });
  }
}

/** @returns no `remaining` if the limit is exceeded */
async function consume(
  limiter: RateLimiterAbstract,
  key: string,
): Promise<{ remaining?: number; msBeforeNext: number }> {
  try {
    const { remainingPoints, msBeforeNext } = await limiter.consume(key);
    return { remaining: remainingPoints, msBeforeNext };
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return { msBeforeNext: rejection.msBeforeNext };
    throw rejection;
  }
}

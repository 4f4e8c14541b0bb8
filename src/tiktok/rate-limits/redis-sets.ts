import { Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Redis } from 'ioredis';
import { messageOf, type Clock } from '../../common/index.js';
import { ExpiringSets, type Check, type Entry, type Refusal } from './expiring-sets.js';
import type { MemorySets } from './memory-sets.js';

// Redis counts as gone after this. It is long enough that a pause of a busy process does not look like an outage.
const COMMAND_TIMEOUT_MS = 2_000;
const CONNECT_TIMEOUT_MS = 1_000;
const LONGEST_RECONNECT_MS = 2_000;
// A Redis that hangs delays one call per pause, not every call.
const PAUSE_MS = 1_000;

// Redis's clock is the one that all processes share. ARGV: { member, ms } per entry, { limit, maxWaitMs } per check.
// KEYS: those of the checks, then those of the entries.
const ADD = `
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local entries, checks = cjson.decode(ARGV[1]), cjson.decode(ARGV[2])
local refused, longest = 0, 0
for i, check in ipairs(checks) do
  redis.call('ZREMRANGEBYSCORE', KEYS[i], '-inf', now)
  local over = redis.call('ZCARD', KEYS[i]) - check.limit
  if over >= 0 then
    local ends = redis.call('ZRANGE', KEYS[i], over, over, 'WITHSCORES')[2]
    local wait = math.min(ends - now, check.maxWaitMs)
    if wait > longest then refused, longest = i, wait end
  end
end
if refused > 0 then return {refused, longest} end
for i, entry in ipairs(entries) do
  local key = KEYS[#checks + i]
  redis.call('ZADD', key, now + entry.ms, entry.member)
  redis.call('PEXPIREAT', key, redis.call('ZRANGE', key, -1, -1, 'WITHSCORES')[2])
end
return {0, 0}`;

const SIZES = `
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local sizes = {}
for i, key in ipairs(KEYS) do
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now)
  sizes[i] = redis.call('ZCARD', key) - (redis.call('ZSCORE', key, ARGV[1]) and 1 or 0)
end
return sizes`;

/** A connection that fails at once instead of queueing commands. */
export function connectTo(redisUrl: string, timeoutMs = COMMAND_TIMEOUT_MS): Redis {
  return new Redis(redisUrl, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: timeoutMs,
    // A Redis that hangs still looks connected. Once it is cut off, no further call waits for it.
    socketTimeout: timeoutMs,
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: (attempt) => Math.min(attempt * 100, LONGEST_RECONNECT_MS),
  });
}

/**
 * Expiring sets in Redis, for all processes. This process's memory holds a copy of what it adds, and takes over while Redis
 * is away. Several processes may then exceed a limit together until TikTok says so.
 */
export class RedisSets extends ExpiringSets implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(RedisSets.name);
  private pausedUntil = 0;
  private isAway = false;

  constructor(
    private readonly redis: Redis,
    private readonly memory: MemorySets,
    private readonly clock: Clock,
  ) {
    super();
    // Without a listener an unreachable Redis would end the process.
    redis.on('error', (error) => this.logger.debug(`Redis: ${messageOf(error)}`));
  }

  async add(entries: readonly Entry[], checks: readonly Check[] = []): Promise<Refusal | undefined> {
    const keys = [...checks, ...entries].map(({ key }) => key);
    const reply = await this.run<[number, number]>(
      ADD,
      keys,
      JSON.stringify(entries),
      JSON.stringify(checks),
    );
    if (!reply) return await this.memory.add(entries, checks);
    const [number, waitMs] = reply;
    if (number > 0) return { check: number - 1, waitMs };
    return await this.memory.add(entries);
  }

  async sizes(keys: readonly string[], except = ''): Promise<number[]> {
    return (await this.run<number[]>(SIZES, keys, except)) ?? (await this.memory.sizes(keys, except));
  }

  /** Counts the first calls together with those of other processes. The service also starts without Redis. */
  async onModuleInit(): Promise<void> {
    await this.redis.connect().catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }

  /** @returns undefined without keys, or while Redis is away */
  private async run<T>(script: string, keys: readonly string[], ...args: string[]): Promise<T | undefined> {
    const now = this.clock.now().getTime();
    if (keys.length === 0 || now < this.pausedUntil) return undefined;
    try {
      // The braces put all keys into one slot of a Redis cluster.
      // Not `tiktok-rate`: older versions keep call times under that name, and these are expiry times.
      const slotted = keys.map((key) => `{tiktok-limits}:${key}`);
      const reply = await this.redis.eval(script, keys.length, ...slotted, ...args);
      if (this.isAway) this.logger.log('Redis is back. All processes share rate limits again.');
      this.isAway = false;
      return reply as T;
    } catch (error) {
      this.pausedUntil = now + PAUSE_MS;
      if (!this.isAway)
        this.logger.warn(`Redis is unavailable. This process counts rate limits alone: ${messageOf(error)}`);
      this.isAway = true;
      return undefined;
    }
  }
}

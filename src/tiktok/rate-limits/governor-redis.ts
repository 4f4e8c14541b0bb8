import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Redis } from 'ioredis';
import { messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';

// A Redis that is slower is treated as gone, for a second; while it is, every process counts for itself and may exceed
// what they have together. So a pause of a busy process must not look like one.
const COMMAND_TIMEOUT_MS = 2_000;
const CONNECT_TIMEOUT_MS = 1_000;
const LONGEST_RECONNECT_MS = 2_000;

/** The connection that the rate governor has for itself: it fails at once instead of queueing what is late anyway. */
@Injectable()
export class GovernorRedis implements OnModuleInit, OnApplicationShutdown {
  readonly client: Redis | undefined;
  private readonly logger = new Logger(GovernorRedis.name);

  constructor({ redisUrl }: AppConfig) {
    if (redisUrl === undefined) return;
    this.client = new Redis(redisUrl, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: COMMAND_TIMEOUT_MS,
      connectTimeout: CONNECT_TIMEOUT_MS,
      retryStrategy: (attempt) => Math.min(attempt * 100, LONGEST_RECONNECT_MS),
    });
    // Without a listener an unreachable Redis would end the process.
    this.client.on('error', (error) => this.logger.debug(`Redis: ${messageOf(error)}`));
  }

  /** The first calls should be counted together with everybody's; a Redis that is away must not delay the start. */
  async onModuleInit(): Promise<void> {
    if (!this.client || this.client.status === 'ready') return;
    const waiting = new AbortController();
    const { signal } = waiting;
    const ready = once(this.client, 'ready', { signal });
    await Promise.race([ready, sleep(CONNECT_TIMEOUT_MS, undefined, { signal })]).catch(() => undefined);
    waiting.abort();
    await ready.catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.client?.disconnect();
  }
}

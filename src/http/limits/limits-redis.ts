import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';

// Every API call waits for Redis, so a slower one counts as unavailable.
const COMMAND_TIMEOUT_MS = 500;
const CONNECT_TIMEOUT_MS = 1_000;
const LONGEST_RECONNECT_MS = 2_000;

/** The Redis connection of the limits. It fails immediately instead of queueing. */
@Injectable()
export class LimitsRedis implements OnApplicationShutdown {
  readonly client: Redis | undefined;
  private readonly logger = new Logger(LimitsRedis.name);

  constructor({ redisUrl, servesApi }: AppConfig) {
    if (redisUrl === undefined || !servesApi) return;
    const client = new Redis(redisUrl, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: COMMAND_TIMEOUT_MS,
      // A hanging Redis still looks connected. Cutting the connection spares the next calls the timeout.
      socketTimeout: COMMAND_TIMEOUT_MS,
      connectTimeout: CONNECT_TIMEOUT_MS,
      retryStrategy: (attempt) => Math.min(attempt * 100, LONGEST_RECONNECT_MS),
    });
    // Without a listener, an unreachable Redis would end the process.
    client.on('error', (error) => this.logger.debug(`Redis: ${messageOf(error)}`));
    this.client = client;
  }

  onApplicationShutdown(): void {
    this.client?.disconnect();
  }
}

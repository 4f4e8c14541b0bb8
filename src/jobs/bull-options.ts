import type { QueueOptions } from 'bull';

// Bull's defaults take a minute to notice a killed worker.
const SETTINGS = { lockDuration: 5_000, stalledInterval: 5_000, maxStalledCount: 3 };

// Without these, a job and its caller would wait in memory for an unreachable Redis; the reconciler wakes the row anyway.
// Reconnects once a second instead of with growing pauses.
const REDIS = {
  maxRetriesPerRequest: 1,
  connectTimeout: 2_000,
  // After a reconnection, ioredis would listen to Bull's events again with a promise that nothing handles: a stop at that moment
  // would end the process with it. Only delayed jobs need these events, and a row carries its own time.
  autoResubscribe: false,
  retryStrategy: (times: number) => Math.min(times * 100, 1_000),
};

export const BULL_OPTIONS: Pick<QueueOptions, 'redis' | 'settings'> = { redis: REDIS, settings: SETTINGS };

import { describe } from '@jest/globals';

const url = process.env.TEST_REDIS_URL;

/** Runs where there is a Redis, and is reported as skipped elsewhere. */
export const describeWithRedis = url ? describe : describe.skip;

/** For use inside `describeWithRedis`. */
export function redisUrl(): string {
  if (!url) throw new Error('there is no Redis: put this inside describeWithRedis');
  return url;
}

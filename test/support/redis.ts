import { describe } from '@jest/globals';

const url = process.env.TEST_REDIS_URL;

/** Runs where there is a Redis, and is reported as skipped elsewhere. `describe` belongs to the spec file that calls this. */
export function describeWithRedis(name: string, body: () => void): void {
  const run = url ? describe : describe.skip;
  run(name, body);
}

/** For use inside `describeWithRedis`. */
export function redisUrl(): string {
  if (!url) throw new Error('there is no Redis: put this inside describeWithRedis');
  return url;
}

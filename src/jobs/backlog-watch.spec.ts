import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { BacklogWatch } from './backlog-watch.js';
import type { Work } from './work.js';

const WORKS: Work[] = [
  { name: 'webhook', table: 'webhook_events', concurrency: 1, handle: () => Promise.resolve() },
];
let lines: unknown[];
let oldestSeconds: number;
let checks: number;
let watch: BacklogWatch;

beforeEach(() => {
  jest.useFakeTimers();
  [lines, oldestSeconds, checks] = [[], 0, 0];
  jest.spyOn(Logger.prototype, 'warn').mockImplementation((line) => void lines.push(line));
  jest.spyOn(Logger.prototype, 'log').mockImplementation((line) => void lines.push(line));
  const backlog = () => {
    checks += 1;
    return Promise.resolve({ waiting: 7, oldestSeconds });
  };
  watch = new BacklogWatch({ backlog });
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

/** Calls it every second, like the reconciler. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await watch.check(WORKS);
    jest.advanceTimersByTime(1_000);
  }
}

describe('BacklogWatch', () => {
  it('logs nothing while rows wait for less than a minute, and checks twice a minute', async () => {
    oldestSeconds = 59;
    await pass(120);

    expect(lines).toEqual([]);
    expect(checks).toBe(4);
  });

  it('logs that a kind of work is behind every five minutes, and logs when it has caught up', async () => {
    oldestSeconds = 60;
    await pass(299);
    expect(lines).toEqual([
      { msg: 'job webhook is behind', work: 'webhook', backlog: 'behind', waiting: 7, oldestSeconds: 60 },
    ]);
    await pass(60);
    expect(lines).toHaveLength(2);

    oldestSeconds = 3;
    await pass(60);

    expect(lines.slice(2)).toEqual([
      {
        msg: 'job webhook has caught up',
        work: 'webhook',
        backlog: 'caught_up',
        waiting: 7,
        oldestSeconds: 3,
      },
    ]);
  });
});

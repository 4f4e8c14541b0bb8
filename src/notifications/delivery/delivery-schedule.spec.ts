import { describe, expect, it } from '@jest/globals';
import { secondsUntilRetry } from './delivery-schedule.js';

describe('secondsUntilRetry', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => secondsUntilRetry(attempts) ?? 0);

  it('grows the pause after each attempt, starting at 5 s', () => {
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits[0]).toBe(5);
  });

  it('gives up after about a day', () => {
    const hours = waits.reduce((sum, seconds) => sum + seconds, 0) / 3600;
    expect(hours).toBeGreaterThan(22);
    expect(hours).toBeLessThan(25);
    expect(secondsUntilRetry(9)).toBeUndefined();
    expect(secondsUntilRetry(10)).toBeUndefined();
  });
});

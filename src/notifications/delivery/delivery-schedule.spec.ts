import { describe, expect, it } from '@jest/globals';
import { nextAttemptIn } from './delivery-schedule.js';

describe('nextAttemptIn', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => nextAttemptIn(attempts) ?? 0);

  it('waits longer and longer, and never less than a moment', () => {
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits[0]).toBe(5);
  });

  it('gives up after about a day', () => {
    const hours = waits.reduce((sum, seconds) => sum + seconds, 0) / 3600;
    expect(hours).toBeGreaterThan(22);
    expect(hours).toBeLessThan(25);
    expect(nextAttemptIn(9)).toBeUndefined();
    expect(nextAttemptIn(10)).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { secondsUntilRetry } from './dispatch-schedule.js';

const HOUR = 60 * 60;

function allPauses(): number[] {
  const pauses: number[] = [];
  for (let attempts = 1; pauses.length < 1000; attempts += 1) {
    const pause = secondsUntilRetry(attempts);
    if (pause === undefined) break;
    pauses.push(pause);
  }
  return pauses;
}

describe('secondsUntilRetry', () => {
  it('starts with short pauses', () => {
    expect([1, 2, 3].map(secondsUntilRetry)).toEqual([2, 4, 8]);
  });

  it('never shrinks the pause, and grows it to 6 h', () => {
    const pauses = allPauses();
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBe(6 * HOUR);
  });

  it('gives up after about seven days', () => {
    const waited = allPauses().reduce((sum, pause) => sum + pause, 0) / HOUR;
    expect(waited).toBeLessThanOrEqual(7 * 24);
    expect(waited).toBeGreaterThan(7 * 24 - 6);
  });

  it('gives up on all later attempts', () => {
    expect(secondsUntilRetry(allPauses().length + 1)).toBeUndefined();
    expect(secondsUntilRetry(500)).toBeUndefined();
  });
});

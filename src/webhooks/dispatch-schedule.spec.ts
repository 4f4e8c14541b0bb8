import { describe, expect, it } from '@jest/globals';
import { nextDispatchIn } from './dispatch-schedule.js';

const HOUR = 60 * 60;

function allPauses(): number[] {
  const pauses: number[] = [];
  for (let attempts = 1; pauses.length < 1000; attempts += 1) {
    const pause = nextDispatchIn(attempts);
    if (pause === undefined) break;
    pauses.push(pause);
  }
  return pauses;
}

describe('Pauses of an event whose handler throws', () => {
  it('begin short, since most trouble passes', () => {
    expect([1, 2, 3].map(nextDispatchIn)).toEqual([2, 4, 8]);
  });

  it('never shrink, and grow to six hours', () => {
    const pauses = allPauses();
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBe(6 * HOUR);
  });

  it('end within seven days, and not much before', () => {
    const waited = allPauses().reduce((sum, pause) => sum + pause, 0) / HOUR;
    expect(waited).toBeLessThanOrEqual(7 * 24);
    expect(waited).toBeGreaterThan(7 * 24 - 6);
  });

  it('stay over once they are', () => {
    expect(nextDispatchIn(allPauses().length + 1)).toBeUndefined();
    expect(nextDispatchIn(500)).toBeUndefined();
  });
});

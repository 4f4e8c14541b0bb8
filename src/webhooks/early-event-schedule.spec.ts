import { describe, expect, it } from '@jest/globals';
import { secondsUntilRecheck, MISSING_REASONS, type Missing } from './early-event-schedule.js';

const received = new Date('2026-11-28T10:00:00Z');
const at = (seconds: number) => new Date(received.getTime() + seconds * 1000);

/** All checks, in seconds after the arrival of the event. */
function checks(missing: Missing): number[] {
  const times = [0];
  for (let pause = secondsUntilRecheck(missing, received, at(0)); pause !== undefined;) {
    const next = (times.at(-1) ?? 0) + pause;
    times.push(next);
    pause = secondsUntilRecheck(missing, received, at(next));
  }
  return times;
}

describe('secondsUntilRecheck', () => {
  it('checks often at first, and later every 30 min', () => {
    const times = checks('video');
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));

    expect(pauses.slice(0, 3)).toEqual([2, 2, 2]);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBe(30 * 60);
    expect(times.length).toBeLessThan(150);
  });

  it.each([
    ['video', 48],
    ['publication', 1],
    ['account', 1],
  ] as const)('waits for a %s for %i h', (missing, hours) => {
    expect(secondsUntilRecheck(missing, received, at(hours * 3_600 - 1))).toBeGreaterThan(0);
    expect(secondsUntilRecheck(missing, received, at(hours * 3_600))).toBeUndefined();
    expect(MISSING_REASONS[missing]).toMatch(/^[A-Z].*\.$/);
  });

  it('tolerates a clock that is behind', () => {
    expect(secondsUntilRecheck('video', received, at(-60))).toBe(2);
  });
});

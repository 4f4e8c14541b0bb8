import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextFreeSlot } from './quota-plan.js';

const now = new Date('2026-11-23T12:00:00Z');
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR);
const day = (limit: number) => ({ limit, windowMs: 24 * HOUR });

describe('nextFreeSlot', () => {
  it('returns undefined while there is a free slot for every waiting post', () => {
    expect(nextFreeSlot([], day(2), 0, now)).toBeUndefined();
    expect(nextFreeSlot([ago(1)], day(2), 0, now)).toBeUndefined();
    expect(nextFreeSlot([ago(1)], day(3), 1, now)).toBeUndefined();
    expect(nextFreeSlot([ago(24)], day(1), 0, now)).toBeUndefined();
  });

  it('returns when the oldest post expires, and later times for posts further back', () => {
    const taken = [ago(3), ago(20), ago(10)];
    expect(nextFreeSlot(taken, day(3), 0, now)).toEqual(ago(-4));
    expect(nextFreeSlot(taken, day(3), 1, now)).toEqual(ago(-14));
    expect(nextFreeSlot(taken, day(3), 2, now)).toEqual(ago(-21));
    expect(nextFreeSlot(taken, day(3), 3, now)).toEqual(ago(-28));
  });

  it('waits for several posts to expire when the limit is exceeded', () => {
    expect(nextFreeSlot([ago(20), ago(10), ago(3)], day(2), 0, now)).toEqual(ago(-14));
  });

  it('never allows more posts than the limit in any window', () => {
    const hours = fc.array(fc.double({ min: 0, max: 48, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(
        hours,
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 40 }),
        (past, limit, queue) => {
          const taken = past.slice(0, limit).map(ago);
          const planned = Array.from(
            { length: queue },
            (_, ahead) => nextFreeSlot(taken, day(limit), ahead, now) ?? now,
          );
          const all = [...taken, ...planned].map((at) => at.getTime()).toSorted((one, other) => one - other);
          for (const [index, first] of all.entries()) {
            const next = all[index + limit];
            if (next !== undefined) expect(next - first).toBeGreaterThanOrEqual(24 * HOUR);
          }
          expect(planned.map(Number)).toEqual(planned.map(Number).toSorted((one, other) => one - other));
        },
      ),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COUNTERS } from '../counters.js';
import { STEPS } from '../range/step.js';
import { toPoints, type Snapshot } from './history-points.js';

const HOUR_MS = 3_600_000;
const START = new Date('2026-11-02T00:00:00Z').getTime();
const HOURS = 24 * 21;
const RANGE = { from: new Date(START), to: new Date(START + HOURS * HOUR_MS) };

function snapshot(hour: number, counts: Partial<Snapshot> = {}): Snapshot {
  const slot = new Date(START + hour * HOUR_MS);
  const none = { views: null, likes: null, comments: null, shares: null, favorites: null, reach: null };
  return { ...none, slot, capturedAt: new Date(slot.getTime() + 90_000), source: 'display_api', ...counts };
}

const count = fc.option(fc.integer({ min: 0, max: 1_000_000 }));
const snapshots = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: HOURS - 1 }), count, count), {
    selector: ([hour]) => hour,
    maxLength: 60,
  })
  .map((all) =>
    all
      .toSorted(([one], [other]) => one - other)
      .map(([hour, views, likes]) => snapshot(hour, { views, likes })),
  );

describe('toPoints', () => {
  it('shows the last reading of a step, and a gap for a missed one', () => {
    const day = { from: RANGE.from, to: new Date(START + 72 * HOUR_MS) };
    const points = toPoints('day', day, [
      snapshot(1, { views: 10 }),
      snapshot(23, { views: 30 }),
      snapshot(50, { views: 25 }),
    ]);

    expect(points.map(({ reading }) => reading && [reading.views, reading.delta?.views])).toEqual([
      [30, undefined],
      null,
      [25, -5],
    ]);
  });

  it('never invents a counter that was not read', () => {
    const [, second, third] = toPoints('hour', RANGE, [
      snapshot(0, { views: 5 }),
      snapshot(1, {}),
      snapshot(2, { views: 9, likes: 3 }),
    ]);
    expect(second?.reading).toMatchObject({ views: null, delta: { views: null, likes: null } });
    expect(third?.reading).toMatchObject({ views: 9, likes: 3, delta: { views: 4, likes: null } });
  });

  it('has deltas whose sum is the last reading minus the first', () => {
    fc.assert(
      fc.property(snapshots, fc.constantFrom(...STEPS), (all, step) => {
        const readings = toPoints(step, RANGE, all).flatMap(({ reading }) => (reading ? [reading] : []));
        for (const counter of COUNTERS) {
          const known = readings.flatMap((one) => one[counter] ?? []);
          const sum = readings.reduce((total, { delta }) => total + (delta?.[counter] ?? 0), 0);
          expect(sum).toBe((known.at(-1) ?? 0) - (known[0] ?? 0));
        }
      }),
    );
  });

  it('has one point for each step, and a reading exactly where there is a snapshot', () => {
    fc.assert(
      fc.property(snapshots, (all) => {
        const points = toPoints('hour', RANGE, all);
        expect(points).toHaveLength(HOURS);
        const read = points.flatMap(({ from, reading }) => (reading ? [from.getTime()] : []));
        expect(read).toEqual(all.map(({ slot }) => slot.getTime()));
      }),
    );
  });
});

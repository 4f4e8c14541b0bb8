import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { slotStart } from './cadence.js';
import { coverDueAt, coverWindow } from './cover-renewal.js';

const HOUR_MS = 3_600_000;
const time = fc.integer({ min: 1_760_000_000_000, max: 1_800_000_000_000 }).map((ms) => new Date(ms));

describe('coverDueAt', () => {
  it('leaves at least an hour from its slot to the end of the cover', () => {
    fc.assert(
      fc.property(time, (end) => {
        const left = end.getTime() - coverDueAt(end).getTime();
        expect(left).toBeGreaterThanOrEqual(HOUR_MS);
        expect(left).toBeLessThan(2 * HOUR_MS);
      }),
    );
  });
});

describe('coverWindow', () => {
  it('contains a cover exactly from the hour on in which it is due', () => {
    fc.assert(
      fc.property(time, time, (now, end) => {
        const isDue = end < coverWindow(30, now).endsBefore;
        expect(isDue).toBe(coverDueAt(end) <= slotStart(now, 1));
      }),
    );
  });

  it('ends with the age of the setting', () => {
    const now = new Date('2026-11-29T12:00:00Z');
    expect(coverWindow(30, now).publishedAfter).toEqual(new Date('2026-10-30T12:00:00Z'));
    expect(coverWindow(0, now).publishedAfter).toEqual(now);
  });
});

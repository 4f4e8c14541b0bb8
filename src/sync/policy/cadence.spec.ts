import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueBands, isDue, nextDue, nextSlot, nextTurn, slotStart, withOffset } from './cadence.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LADDER = [
  { underDays: 1, everyHours: 1 },
  { underDays: 7, everyHours: 6 },
  { underDays: 30, everyHours: 24 },
  { underDays: 90, everyHours: 168 },
];
const NOW = new Date('2026-11-20T13:20:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS);

const time = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const hours = fc.integer({ min: 1, max: 8760 });
const ladder = fc
  .uniqueArray(fc.record({ underDays: fc.integer({ min: 1, max: 400 }), everyHours: hours }), {
    selector: ({ underDays }) => underDays,
    minLength: 1,
    maxLength: 6,
  })
  .map((steps) => steps.toSorted((one, other) => one.underDays - other.underDays));

describe('isDue', () => {
  it.each([
    ['of an hour, read in this hour', 1, 0.2, false],
    ['of an hour, read in the last hour', 1, 0.5, true],
    ['of 3 days, read in these 6 hours', 72, 1, false],
    ['of 3 days, read in the 6 hours before', 72, 2, true],
    ['of 20 days, read today', 480, 13, false],
    ['of 20 days, read yesterday', 480, 14, true],
    ['of 60 days, read 8 days ago', 1440, 192, true],
    ['of 100 days, read a year ago', 2400, 8760, false],
  ])('decides for a video %s', (_what, age, read, due) => {
    expect(isDue({ publishedAt: hoursAgo(age), capturedAt: hoursAgo(read) }, LADDER, NOW)).toBe(due);
  });

  it('treats a video from the future as a new one', () => {
    expect(isDue({ publishedAt: hoursAgo(-5), capturedAt: hoursAgo(2) }, LADDER, NOW)).toBe(true);
  });
});

describe('the cadence', () => {
  it('reads no video twice in one slot, and each video again once its next slot starts', () => {
    fc.assert(
      fc.property(ladder, time, fc.integer({ min: 0, max: 500 * 24 }), (steps, now, age) => {
        const publishedAt = new Date(now.getTime() - age * HOUR_MS);
        expect(isDue({ publishedAt, capturedAt: now }, steps, now)).toBe(false);
        const next = nextDue({ publishedAt }, steps, now);
        if (!next) return expect(age).toBeGreaterThanOrEqual((steps.at(-1)?.underDays ?? 0) * 24);
        expect(next > now).toBe(true);
        const isInLadder = nextDue({ publishedAt }, steps, next) !== null;
        // It may have left for a slower step in the meantime, or the ladder as a whole.
        const step = steps.find(
          ({ underDays }) => next.getTime() - publishedAt.getTime() < underDays * DAY_MS,
        );
        const started = step ? slotStart(next, step.everyHours) > now : false;
        expect(isDue({ publishedAt, capturedAt: now }, steps, next)).toBe(isInLadder && started);
      }),
    );
  });

  it('has bands that neither overlap nor leave a gap', () => {
    fc.assert(
      fc.property(ladder, time, (steps, now) => {
        const bands = dueBands(steps, now);
        expect(bands[0]?.until).toBeNull();
        for (const [index, band] of bands.entries())
          if (index > 0) expect(band.until).toEqual(bands[index - 1]?.after);
      }),
    );
  });

  it('aligns slots to UTC, each next to the other', () => {
    fc.assert(
      fc.property(time, hours, (at, every) => {
        const start = slotStart(at, every);
        expect(start.getTime() % (every * HOUR_MS)).toBe(0);
        expect(start <= at && at < nextSlot(at, every)).toBe(true);
        expect(slotStart(start, every)).toEqual(start);
      }),
    );
  });

  it('gives each account one turn in each interval, also if that is shorter than an hour', () => {
    fc.assert(
      fc.property(fc.uuid(), time, fc.integer({ min: 10, max: 1440 }), (id, now, minutes) => {
        const next = nextTurn(now, minutes, id);
        expect(next > now).toBe(true);
        expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(minutes * 60_000);
        expect(nextTurn(next, minutes, id).getTime() - next.getTime()).toBe(minutes * 60_000);
      }),
    );
  });

  it('delays each account by less than 40 minutes, by the same time every time', () => {
    fc.assert(
      fc.property(fc.uuid(), time, time, (id, one, other) => {
        const delay = withOffset(one, id).getTime() - one.getTime();
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThan(40 * 60_000);
        expect(withOffset(other, id).getTime() - other.getTime()).toBe(delay);
      }),
    );
  });

  it('spreads accounts', () => {
    const ids = Array.from({ length: 200 }, (_, index) => `account-${index}`);
    const minutes = new Set(ids.map((id) => withOffset(NOW, id).getUTCMinutes()));
    expect(minutes.size).toBeGreaterThan(30);
  });
});

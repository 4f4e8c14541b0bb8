import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayIn, daysIn, endOfDay, isDay, splitDays } from './days.js';

const aDay = fc
  .integer({ min: Date.UTC(2024, 0, 1) / 86_400_000, max: Date.UTC(2028, 0, 1) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

describe('isDay', () => {
  it.each(['2026-11-27', '2024-02-29', '1999-12-31'])('accepts %s', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-01', '20261127', '2026-11-27T00:00:00Z', '0000-01-01', ''])(
    'refuses %j',
    (day) => {
      expect(isDay(day)).toBe(false);
    },
  );
});

describe('dayIn', () => {
  const at = new Date('2026-12-01T02:00:00Z');

  it("is the account's day, which may be another one than that of UTC", () => {
    expect(dayIn('America/New_York', at)).toBe('2026-11-30');
    expect(dayIn('Asia/Tokyo', at)).toBe('2026-12-01');
    expect(dayIn('Etc/GMT+5', at)).toBe('2026-11-30');
  });

  it('is unknown without a zone, or with one that does not exist', () => {
    expect(dayIn(null, at)).toBeUndefined();
    expect(dayIn('Mars/Olympus', at)).toBeUndefined();
  });
});

describe('splitDays', () => {
  it('covers one day by one span, and more than a year without gap or overlap', () => {
    expect(splitDays({ from: '2026-12-01', to: '2026-12-01' }, 365)).toEqual([
      { from: '2026-12-01', to: '2026-12-01' },
    ]);
    expect(splitDays({ from: '2025-01-01', to: '2026-12-01' }, 365)).toEqual([
      { from: '2025-01-01', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-12-01' },
    ]);
  });

  it('covers the last day if the first one is later, as a clock may be', () => {
    expect(splitDays({ from: '2026-12-02', to: '2026-12-01' }, 365)).toEqual([
      { from: '2026-12-01', to: '2026-12-01' },
    ]);
  });

  it('covers each day of the range once, in order, in spans that are no longer than allowed', () => {
    fc.assert(
      fc.property(aDay, aDay, fc.integer({ min: 1, max: 400 }), (one, other, most) => {
        const [from = one, to = other] = [one, other].toSorted();
        const spans = splitDays({ from, to }, most);
        expect([spans[0]?.from, spans.at(-1)?.to]).toEqual([from, to]);
        expect(Math.max(...spans.map((span) => daysIn(span)))).toBeLessThanOrEqual(most);
        const starts = spans.slice(1).map((span) => span.from);
        expect(starts).toEqual(spans.slice(0, -1).map((span) => nextDay(span.to)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('endOfDay', () => {
  it.each([
    ['2026-11-27', 'Etc/UTC', '2026-11-28T00:00:00.000Z'],
    ['2026-11-27', 'America/New_York', '2026-11-28T05:00:00.000Z'],
    ['2026-11-27', 'Asia/Tokyo', '2026-11-27T15:00:00.000Z'],
    ['2026-11-27', 'Asia/Kolkata', '2026-11-27T18:30:00.000Z'],
    // TikTok's own style, with an inverted sign.
    ['2026-11-27', 'Etc/GMT-9', '2026-11-27T15:00:00.000Z'],
    // The clocks go forward, and back.
    ['2026-03-08', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-02T05:00:00.000Z'],
    ['2026-10-24', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
  ])('of %s in %s is %s', (day, zone, end) => {
    expect(endOfDay(day, zone).toISOString()).toBe(end);
  });

  it.each([null, 'Nowhere/At-All'])('is as late as anywhere for the zone %s', (zone) => {
    expect(endOfDay('2026-11-27', zone).toISOString()).toBe('2026-11-28T12:00:00.000Z');
  });
});

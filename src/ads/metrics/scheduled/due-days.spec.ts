import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../reports/days.js';
import { FinalityRule } from '../finality.js';
import { dueDays, FIRST_DAYS, reachesAge, todayIn, type ReadingPolicy } from './due-days.js';

const HOUR_MS = 3_600_000;
const POLICY: ReadingPolicy = { adsRereadDays: [1, 2, 3, 4, 5, 6, 7, 14, 21, 28], adsToday: false };
const ZONES = ['America/New_York', 'Asia/Tokyo', 'Pacific/Auckland', 'Etc/GMT+5', 'Europe/Berlin', null];

const zones = fc.constantFrom(...ZONES);
const times = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') });
const policies = fc.record({
  adsRereadDays: fc.uniqueArray(fc.integer({ min: 1, max: 45 }), { maxLength: 12 }),
  adsToday: fc.boolean(),
});

/** Reads what is due at each of the times. @returns all readings of each day */
function simulate(
  timeZone: string | null,
  policy: ReadingPolicy,
  at: readonly number[],
): Map<string, Date[]> {
  const readings = new Map<string, Date[]>();
  const readAt = new Map<string, Date>();
  for (const time of at) {
    const now = new Date(time);
    for (const day of dueDays({ now, timeZone, readAt }, policy)) {
      readAt.set(day, now);
      readings.set(day, [...(readings.get(day) ?? []), now]);
    }
  }
  return readings;
}

const everyThreeHours = (from: string, days: number): number[] =>
  Array.from({ length: days * 8 }, (_, index) => Date.parse(from) + index * 3 * HOUR_MS);

/** The days that are due in an account that was never read. */
function firstDays(time: string, timeZone: string): string[] {
  return dueDays({ now: new Date(time), timeZone, readAt: new Map() }, POLICY);
}

describe('dueDays', () => {
  it('goes 28 days back at first, and leaves out yesterday until 12:00 UTC', () => {
    expect(firstDays('2026-11-28T11:59:59Z', 'America/New_York').slice(-1)).toEqual(['2026-11-26']);
    const days = firstDays('2026-11-28T12:00:00Z', 'America/New_York');
    expect([days.length, days[0], days.at(-1)]).toEqual([28, '2026-10-31', '2026-11-27']);
  });

  it('waits for the next correction where a day ends less than 2 h before it', () => {
    expect(firstDays('2026-11-28T12:30:00Z', 'Pacific/Auckland').at(-1)).toBe('2026-11-27');
    expect(firstDays('2026-11-29T12:00:00Z', 'Pacific/Auckland').at(-1)).toBe('2026-11-28');
  });

  it('reads today, and yesterday before its correction, only if that is wanted', () => {
    const now = new Date('2026-11-28T11:00:00Z');
    const readAt = new Map([['2026-11-27', now]]);
    const due = dueDays({ now, timeZone: 'Asia/Tokyo', readAt }, { ...POLICY, adsToday: true });
    expect(due.slice(-2)).toEqual(['2026-11-27', '2026-11-28']);
  });

  it.each(ZONES)('reads each day of %s once for each age, at last when conversions are final', (timeZone) => {
    const day = '2026-09-05';
    const found = simulate(timeZone, POLICY, everyThreeHours('2026-09-01', 38)).get(day) ?? [];
    const late = found.map((time, index) => {
      const age = POLICY.adsRereadDays[index] ?? 0;
      return time.getTime() - reachesAge(day, age, timeZone).getTime();
    });
    expect(late).toHaveLength(POLICY.adsRereadDays.length);
    expect(late.every((time) => time >= 0 && time < 3 * HOUR_MS)).toBe(true);
    const rule = new FinalityRule(['spend', 'conversion'], 'none', timeZone);
    const finals = found.map((time) => rule.of(day, time).final);
    expect([finals.indexOf(true), finals.length]).toEqual([9, 10]);
  });

  it('has nothing left once everything due was read', () => {
    fc.assert(
      fc.property(zones, times, policies, (timeZone, time, policy) => {
        const now = new Date(time);
        const first = dueDays({ now, timeZone, readAt: new Map() }, { ...policy, adsToday: false });
        const readAt = new Map(first.map((day) => [day, now]));
        expect(dueDays({ now, timeZone, readAt }, { ...policy, adsToday: false })).toEqual([]);
      }),
    );
  });

  it('never names a day that has not begun, and one before its correction only if today is wanted', () => {
    fc.assert(
      fc.property(zones, times, policies, (timeZone, time, policy) => {
        const now = new Date(time);
        const today = todayIn(timeZone, now);
        for (const day of dueDays({ now, timeZone, readAt: new Map() }, policy)) {
          expect(day <= today && day >= addDays(today, -FIRST_DAYS)).toBe(true);
          if (!policy.adsToday) expect(reachesAge(day, 1, timeZone) <= now).toBe(true);
        }
      }),
    );
  });

  it('makes up for an outage with one reading of each day', () => {
    fc.assert(
      fc.property(zones, times, fc.integer({ min: 1, max: 50 }), (timeZone, time, days) => {
        const later = time + days * 24 * HOUR_MS;
        const readings = simulate(timeZone, POLICY, [time, later, later]);
        const today = todayIn(timeZone, new Date(later));
        for (const [day, found] of readings)
          expect({ day, few: found.length <= 2 }).toEqual({ day, few: true });
        for (let age = 3; age <= days; age += 1) expect(readings.has(addDays(today, -age))).toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { wallClock, withOffset } from './zoned-time.js';

describe('withOffset', () => {
  it.each([
    ['2026-12-01T09:00', 'America/New_York', '2026-12-01T09:00:00-05:00'],
    ['2026-07-01T09:00', 'America/New_York', '2026-07-01T09:00:00-04:00'],
    ['2026-12-01T09:00', 'Asia/Kolkata', '2026-12-01T09:00:00+05:30'],
    ['2026-12-01T09:00', 'UTC', '2026-12-01T09:00:00+00:00'],
    // An hour after the clocks went forward, and the night before.
    ['2027-03-28T03:30', 'Europe/Berlin', '2027-03-28T03:30:00+02:00'],
    ['2027-03-28T01:30', 'Europe/Berlin', '2027-03-28T01:30:00+01:00'],
  ])('reads %s in %s as %s', (local, timeZone, expected) => {
    expect(withOffset(local, timeZone)).toBe(expected);
  });

  it.each(['', 'tomorrow', '2026-13-01T09:00'])('finds no time in "%s"', (local) => {
    expect(withOffset(local, 'UTC')).toBeUndefined();
  });
});

describe('wallClock', () => {
  it('is the inverse of withOffset', () => {
    expect(wallClock('2026-12-01T14:00:00Z', 'America/New_York')).toBe('2026-12-01T09:00');
  });
});

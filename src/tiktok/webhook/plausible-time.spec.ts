import { describe, expect, it } from '@jest/globals';
import { plausibleTime } from './plausible-time.js';

const signedAt = new Date('2026-11-28T12:00:00Z');

describe('plausibleTime', () => {
  it.each([
    ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z'],
    ['2026-11-28T12:00:01Z', '2026-11-28T12:00:01Z'],
    ['2026-11-29T12:00:00Z', '2026-11-29T12:00:00Z'],
    ['2026-11-29T12:00:01Z', '2026-11-28T12:00:00Z'],
  ])('reads %s as %s', (claimed, time) => {
    expect(plausibleTime(new Date(claimed), signedAt)).toEqual(new Date(time));
  });

  it.each([null, undefined])('falls back from %s', (missing) => {
    expect(plausibleTime(missing, signedAt)).toBe(signedAt);
  });
});

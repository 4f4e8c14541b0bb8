import { describe, expect, it } from '@jest/globals';
import { toInstant, wireTimeOf } from './times.js';

describe('toInstant', () => {
  it.each([
    ['2026-12-01T09:00:00+01:00', '2026-12-01 08:00:00'],
    ['2026-12-01T09:00Z', '2026-12-01 09:00:00'],
    ['2028-02-29T00:00:00.123-05:30', '2028-02-29 05:30:00'],
  ])('reads %s, which TikTok takes as %s', (text, wire) => {
    expect(wireTimeOf(text)).toBe(wire);
  });

  it.each([
    '2026-12-01T09:00:00',
    '2026-12-01',
    '2026-12-01 09:00:00Z',
    '2026-02-30T09:00:00Z',
    '2026-13-01T09:00:00Z',
    '2026-12-01T24:00:00Z',
    '2026-12-01T09:60:00Z',
    '2026-12-01T09:00:00+25:00',
    'tomorrow',
    '',
  ])('refuses %j', (text) => expect(toInstant(text)).toBeUndefined());
});

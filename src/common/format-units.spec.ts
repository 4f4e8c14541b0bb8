import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatBeside, formatBytes, formatSeconds } from './format-units.js';

describe('formatBytes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 KB'],
    [348_535, '349 KB'],
    [999_499, '999 KB'],
    [999_500, '1 MB'],
    [20_000_000, '20 MB'],
    [4_100_000_000, '4.1 GB'],
    [49_900_000_000, '49.9 GB'],
    [1_500_000_000_000, '1,500 GB'],
  ])('writes %d as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('formatSeconds', () => {
  it.each([
    [0, '0 s'],
    [2.94, '2.9 s'],
    [4, '4 s'],
    [59.96, '1 min'],
    [600, '10 min'],
    [601.4, '10 min 1 s'],
    [3600, '1 h'],
    [3905, '1 h 5 min 5 s'],
  ])('writes %d as %s', (seconds, text) => {
    expect(formatSeconds(seconds)).toBe(text);
  });
});

describe('formatBeside', () => {
  it.each([
    [4_100_000_000, 4_000_000_000, '4.1 GB'],
    [4_000_000_001, 4_000_000_000, 'just over 4 GB'],
    [3_999_999_999, 4_000_000_000, 'just under 4 GB'],
    [4_000_000_000, 4_000_000_000, '4 GB'],
  ])('writes %d beside %d as %s', (value, limit, text) => {
    expect(formatBeside(value, limit, formatBytes)).toBe(text);
  });

  it('never makes a value beyond its limit look like the limit', () => {
    const size = fc.integer({ min: 0, max: 10_000_000_000 });
    fc.assert(
      fc.property(size, size, (value, limit) => {
        fc.pre(value !== limit);
        expect(formatBeside(value, limit, formatBytes)).not.toBe(formatBytes(limit));
      }),
    );
  });
});

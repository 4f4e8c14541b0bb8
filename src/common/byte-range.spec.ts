import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byteRange } from './byte-range.js';

describe('byteRange', () => {
  it.each<[string | undefined, ReturnType<typeof byteRange>]>([
    [undefined, undefined],
    ['bytes=0-99', { first: 0, last: 99 }],
    ['bytes=10-', { first: 10, last: 99 }],
    ['bytes=10-500', { first: 10, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-500', { first: 0, last: 99 }],
    ['bytes=99-99', { first: 99, last: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=100-200', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-4', undefined],
    ['bytes=-', undefined],
    ['bytes=0-1,5-9', undefined],
    ['lines=0-1', undefined],
    ['bytes=a-b', undefined],
    ['bytes=0-99999999999999999999', undefined],
  ])('parses %s of 100 bytes as %j', (header, range) => {
    expect(byteRange(header, 100)).toEqual(range);
  });

  it('never returns a range outside the file', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 4_000_000_000 }), (text, size) => {
        const range = byteRange(`bytes=${text}`, size);
        if (range === undefined || range === 'unsatisfiable') return;
        expect(range.first).toBeGreaterThanOrEqual(0);
        expect(range.last).toBeLessThan(size);
        expect(range.last).toBeGreaterThanOrEqual(range.first);
      }),
    );
  });
});

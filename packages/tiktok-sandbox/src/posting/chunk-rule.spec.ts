import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chunkProblem, chunkEnd } from './chunk-rule.js';

const complain = (videoSize: number, chunkSize: number, chunkCount: number) =>
  chunkProblem({ videoSize, chunkSize, chunkCount }, 'both');

describe('chunkProblem', () => {
  it.each([
    ['the worked example', 50_000_123, 10_000_000, 5],
    ['a small video in one chunk', 1_000, 1_000, 1],
    ['the largest single chunk', 64_000_000, 64_000_000, 1],
    ['four gigabytes', 4 * 1024 ** 3, 10_000_000, 429],
  ])('accepts %s', (_case, size, chunk, count) => {
    expect(complain(size, chunk, count)).toBeUndefined();
  });

  it.each([
    ['a count rounded up', 50_000_123, 10_000_000, 6, 'The total chunk count is invalid'],
    ['one chunk that is not the whole video', 15_000_000, 10_000_000, 1, 'The chunk size is invalid'],
    ['one chunk above 64 MB', 70_000_000, 70_000_000, 1, 'The chunk size is invalid'],
    ['chunks below 5 MB', 8_000_000, 4_000_000, 2, 'The chunk size is invalid'],
    ['5 MB that are too few in the binary reading', 50_000_000, 5_000_000, 10, 'The chunk size is invalid'],
    ['nothing', 0, 0, 0, 'The video size is invalid'],
    ['more than 4 GB', 4 * 1024 ** 3 + 1, 10_000_000, 429, 'The video size is invalid'],
    ['a fraction', 10.5, 10.5, 1, 'The video size is invalid'],
  ])('refuses %s', (_case, size, chunk, count, complaint) => {
    expect(complain(size, chunk, count)).toBe(complaint);
  });

  it('reads MB according to the setting', () => {
    const plan = { videoSize: 50_000_000, chunkSize: 5_000_000, chunkCount: 10 };
    expect(chunkProblem(plan, 'decimal')).toBeUndefined();
    expect(chunkProblem(plan, 'binary')).toBe('The chunk size is invalid');
  });
});

describe('chunkEnd', () => {
  it('adds the remainder to the last chunk', () => {
    const plan = { videoSize: 50_000_123, chunkSize: 10_000_000, chunkCount: 5 };
    expect(chunkEnd(plan, 0)).toBe(9_999_999);
    expect(chunkEnd(plan, 40_000_000)).toBe(50_000_122);
  });

  it('covers every accepted plan exactly once, with no chunk above 128 MB', () => {
    const sizes = fc.integer({ min: 1, max: 4 * 1024 ** 3 });
    const chunks = fc.integer({ min: 5_242_880, max: 64_000_000 });
    fc.assert(
      fc.property(sizes, chunks, (videoSize, chunk) => {
        const chunkSize = videoSize < 2 * chunk ? videoSize : chunk;
        const plan = { videoSize, chunkSize, chunkCount: Math.floor(videoSize / chunkSize) };
        fc.pre(chunkProblem(plan, 'both') === undefined);
        let first = 0;
        for (let count = 0; count < plan.chunkCount; count += 1) {
          const last = chunkEnd(plan, first);
          expect(last - first + 1).toBeLessThanOrEqual(128_000_000);
          first = last + 1;
        }
        expect(first).toBe(videoSize);
      }),
    );
  });
});

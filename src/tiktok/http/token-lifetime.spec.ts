import { describe, expect, it } from '@jest/globals';
import { isLifetime } from './token-lifetime.js';

describe('A lifetime of a token', () => {
  it.each([1, 7200, 86_400, 15_552_000, 31_536_000])('is taken as TikTok tells it: %d s', (seconds) => {
    expect(isLifetime(seconds)).toBe(true);
  });

  it.each([0, -1, 1e15, Number.MAX_VALUE, Number.NaN, Infinity, '7200', null, undefined])(
    'is not %p: no date follows from it that tokens could be kept by',
    (value) => {
      expect(isLifetime(value)).toBe(false);
    },
  );
});

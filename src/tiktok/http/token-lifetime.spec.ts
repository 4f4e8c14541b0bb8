import { describe, expect, it } from '@jest/globals';
import { isLifetime } from './token-lifetime.js';

describe('isLifetime', () => {
  it.each([1, 7200, 86_400, 15_552_000, 31_536_000])('accepts %d s', (seconds) => {
    expect(isLifetime(seconds)).toBe(true);
  });

  it.each([0, -1, 1e15, Number.MAX_VALUE, Number.NaN, Infinity, '7200', null, undefined])(
    'rejects %p, which is no plausible lifetime',
    (value) => {
      expect(isLifetime(value)).toBe(false);
    },
  );
});

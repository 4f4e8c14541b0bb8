import { describe, expect, it } from '@jest/globals';
import { shownCount } from './shown-count.js';

describe('shownCount', () => {
  it.each([
    [1, true, '1'],
    [99, true, '99'],
    [100, true, '99+'],
    [57, false, '57+'],
    [10_000, false, '99+'],
  ])('writes %i (exact: %s) as %s', (count, isExact, shown) => {
    expect(shownCount(count, isExact)).toBe(shown);
  });
});

import { describe, expect, it } from '@jest/globals';
import { firstOf } from './first-of.js';

describe('firstOf', () => {
  it('joins all texts, or the first ones with the number of the others', () => {
    expect(firstOf([], 2)).toBe('');
    expect(firstOf(['a', 'b'], 2)).toBe('a, b');
    expect(firstOf(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  });
});

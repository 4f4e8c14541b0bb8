import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutText } from './truncate.js';

describe('cutText', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly 10', 10, 'exactly 10'],
    ['more than ten', 10, 'more than…'],
    ['12345678😀', 10, '12345678😀'],
    ['12345678😀x', 10, '12345678…'],
    ['1234567🧑‍💻x', 10, '1234567…'],
    ['123456🇩🇪xy', 10, '123456…'],
    ['12345678é́x', 10, '12345678…'],
    ['half \ud83d', 10, 'half \uFFFD'],
  ])('shortens %j to %i units', (text, max, cut) => expect(cutText(text, max)).toBe(cut));

  it('cuts between code points when one character exceeds the limit', () => {
    expect(cutText(`a${'\u0301'.repeat(50)}`, 10)).toBe(`a${'\u0301'.repeat(8)}…`);
  });

  it('never exceeds the limit or splits a character', () => {
    const unit = fc.constantFrom('a', '😀', '\u0301', '👩‍👩‍👧', '\ud83d', ' ');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (text, max) => {
        const cut = cutText(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
        const kept = cut === text.toWellFormed() ? cut : cut.slice(0, -1);
        expect(text.toWellFormed().startsWith(kept)).toBe(true);
      }),
    );
  });
});

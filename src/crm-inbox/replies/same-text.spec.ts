import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSameText } from './same-text.js';

describe('isSameText', () => {
  it.each([
    ['  Ten \n euros ', 'Ten euros'],
    ['cafe\u0301', 'café'],
  ])('takes %j for %j', (one, other) => expect(isSameText(one, other)).toBe(true));

  it('tells other texts apart', () => {
    expect(isSameText('Ten euros', 'ten euros')).toBe(false);
    expect(isSameText('Ten euros', 'Ten euros!')).toBe(false);
  });

  it('takes any text for itself, whatever surrounds it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => isSameText(text, `\n ${text} `)));
  });
});

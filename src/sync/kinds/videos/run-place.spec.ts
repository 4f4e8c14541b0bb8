import { describe, expect, it } from '@jest/globals';
import { placeText, readPlace, type RunPlace } from './run-place.js';

const PLACES: [string | null, RunPlace][] = [
  ['1760000000000', { phase: 'list', cursor: '1760000000000', all: true }],
  [
    'list:1760000000000+all+continued',
    { phase: 'list', cursor: '1760000000000', all: true, continued: true },
  ],
  ['listed+all', { phase: 'listed', all: true }],
  ['listed+all+continued', { phase: 'listed', all: true, continued: true }],
  ['discover', { phase: 'discover' }],
  ['discover:1760000000000+all', { phase: 'discover', cursor: '1760000000000', all: true }],
  ['refresh+cut', { phase: 'refresh', cut: true }],
  ['insights:1760000000000+all+cut', { phase: 'insights', cursor: '1760000000000', all: true, cut: true }],
];

describe('the place of a run', () => {
  it.each(PLACES)('is stored as %s', (text, place) => {
    expect(placeText(place)).toBe(text);
    expect(readPlace(text)).toEqual(place);
  });

  it('is none before the first page', () => {
    expect(placeText({ phase: 'list', all: true })).toBeNull();
    expect(readPlace(null)).toBeUndefined();
    expect(readPlace('an unknown one')).toBeUndefined();
  });

  it.each([
    ['listed', { phase: 'listed', all: true }],
    ['refresh', { phase: 'refresh' }],
    ['insights', { phase: 'insights' }],
  ])('is read as older versions wrote it: %s', (text, place) => expect(readPlace(text)).toEqual(place));
});

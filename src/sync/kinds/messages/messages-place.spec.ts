import { describe, expect, it } from '@jest/globals';
import { nextList, nextPage, placeText, readPlace } from './messages-place.js';

const FIRST = { type: 'STRANGER', cursor: 0 } as const;

describe('readPlace', () => {
  it('reads what was written, and starts at the first page otherwise', () => {
    const place = { type: 'SINGLE', cursor: 100 } as const;
    expect(readPlace(placeText(place))).toEqual(place);
    for (const text of [null, '', 'OTHER:1', 'SINGLE:-1', 'SINGLE:x']) expect(readPlace(text)).toEqual(FIRST);
  });
});

describe('nextPage', () => {
  it('goes through the pages', () => {
    expect(nextPage(FIRST, { cursor: 100, has_more: true })).toEqual({ ...FIRST, cursor: 100 });
    expect(nextPage({ ...FIRST, cursor: 100 }, { cursor: 130, has_more: false })).toBeUndefined();
  });

  it.each([0, 100, undefined, 'x', 1.5])('is cut by the cursor %s', (cursor) => {
    expect(nextPage({ ...FIRST, cursor: 100 }, { cursor, has_more: true })).toBe('cut');
  });
});

describe('nextList', () => {
  it('reads requests, then the other conversations', () => {
    expect(nextList({ ...FIRST, cursor: 100 })).toEqual({ type: 'SINGLE', cursor: 0 });
    expect(nextList({ type: 'SINGLE', cursor: 0 })).toBeUndefined();
  });
});

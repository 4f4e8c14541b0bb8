import { describe, expect, it } from '@jest/globals';
import { parseRetryAfter } from './retry-after.js';

const now = new Date('2026-11-23T22:00:00Z');

describe('parseRetryAfter', () => {
  it.each([
    ['seconds', '17', 17],
    ['zero', '0', 1],
    ['a date', 'Mon, 23 Nov 2026 22:01:30 GMT', 90],
    ['a past date', 'Mon, 23 Nov 2026 21:00:00 GMT', 1],
    ['a year', '31536000', 86_400],
    ['words', 'soon', undefined],
    ['a header sent twice', ['1', '2'], undefined],
    ['no header', undefined, undefined],
  ])('parses %s', (_what, header, seconds) => {
    expect(parseRetryAfter(header, now)).toBe(seconds);
  });
});

import { describe, expect, it } from '@jest/globals';
import { isBegunElsewhere } from './refresh-mark.js';

const now = new Date('2026-11-01T00:10:00Z');
const begun = (minutesAgo: number, refreshOwner: string | null) => ({
  refreshStartedAt: new Date(now.getTime() - minutesAgo * 60_000),
  refreshOwner,
});

describe('isBegunElsewhere', () => {
  it.each([
    ['by another a moment ago', begun(0, 'other'), true],
    ['by another nine minutes ago', begun(9, 'other'), true],
    ['by another ten minutes ago', begun(10, 'other'), false],
    ['by ourselves', begun(1, 'self'), false],
    ['by nobody', { refreshStartedAt: null, refreshOwner: null }, false],
  ])('of a refresh begun %s', (_by, mark, expected) => {
    expect(isBegunElsewhere(mark, 'self', now)).toBe(expected);
  });
});

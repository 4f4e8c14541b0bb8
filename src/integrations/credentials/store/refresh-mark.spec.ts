import { describe, expect, it } from '@jest/globals';
import { isBegunElsewhere } from './refresh-mark.js';

const now = new Date('2026-11-01T00:10:00Z');
const begun = (minutesAgo: number, refreshOwner: string | null) => ({
  refreshStartedAt: new Date(now.getTime() - minutesAgo * 60_000),
  refreshOwner,
});

describe('isBegunElsewhere', () => {
  it.each([
    ['by another process a moment ago', begun(0, 'other'), true],
    ['by another process nine minutes ago', begun(9, 'other'), true],
    ['by another process ten minutes ago', begun(10, 'other'), false],
    ['by this process', begun(1, 'self'), false],
    ['never', { refreshStartedAt: null, refreshOwner: null }, false],
  ])('judges a refresh begun %s', (_begun, mark, expected) => {
    expect(isBegunElsewhere(mark, 'self', now)).toBe(expected);
  });
});

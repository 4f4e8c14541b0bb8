import { describe, expect, it } from '@jest/globals';
import { coolDownMs, needsRefresh, proactiveRefreshAt, refreshMarginMs } from './refresh-policy.js';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 1, 0, minutes));

describe('refreshMarginMs', () => {
  it.each([
    ['2 hours', 120, 15],
    ['24 hours', 1440, 15],
    ['10 minutes', 10, 2],
    ['0 seconds', 0, 0],
    ['a negative time', -5, 0],
  ])('answers for a token that lives %s', (_life, minutes, margin) => {
    expect(refreshMarginMs(at(0), at(minutes))).toBe(margin * 60_000);
  });
});

describe('needsRefresh', () => {
  it('begins exactly at the margin', () => {
    expect(needsRefresh(at(0), at(120), at(104))).toBe(false);
    expect(needsRefresh(at(0), at(120), at(105))).toBe(true);
    expect(needsRefresh(at(0), at(120), at(121))).toBe(true);
  });
});

describe('proactiveRefreshAt', () => {
  it('precedes the time when callers would wait, spread over a quarter of the margin', () => {
    expect(proactiveRefreshAt(at(0), at(120), 0)).toEqual(at(105));
    expect(proactiveRefreshAt(at(0), at(120), 0.999).getTime()).toBeGreaterThan(at(101).getTime());
    expect(proactiveRefreshAt(at(0), at(120), 0.999).getTime()).toBeLessThan(at(105).getTime());
  });
});

describe('coolDownMs', () => {
  it('doubles up to five minutes', () => {
    expect([1, 2, 3, 7, 100].map(coolDownMs)).toEqual([5_000, 10_000, 20_000, 300_000, 300_000]);
  });
});

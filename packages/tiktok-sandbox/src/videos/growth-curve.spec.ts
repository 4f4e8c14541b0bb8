import { describe, expect, it } from '@jest/globals';
import { memberRandom } from '../random.js';
import { type Counters, countersAt, drawCurve } from './growth-curve.js';

const HOUR_MS = 3_600_000;

function hourly(index: number, hours: number): Counters[] {
  const curve = drawCurve(memberRandom(1, index));
  return Array.from({ length: hours }, (_, hour) => countersAt(curve, hour * HOUR_MS));
}

function falls(readings: Counters[], key: keyof Counters): number {
  return readings.filter((reading, at) => reading[key] < (readings[at - 1]?.[key] ?? 0)).length;
}

describe('countersAt', () => {
  it('starts at 0 and gives the same numbers for the same moment', () => {
    const curve = drawCurve(memberRandom(7, 3));
    expect(countersAt(curve, 0)).toEqual({ views: 0, likes: 0, comments: 0, shares: 0 });
    expect(countersAt(curve, -5)).toEqual(countersAt(curve, 0));
    expect(countersAt(curve, 9 * HOUR_MS)).toEqual(countersAt(curve, 9 * HOUR_MS));
  });

  it('grows overall, and never shows more likes than views', () => {
    for (let index = 0; index < 50; index += 1) {
      const readings = hourly(index, 24 * 40);
      expect(readings.at(-1)?.views).toBeGreaterThan(readings[24]?.views ?? 0);
      expect(readings.every(({ views, likes }) => likes <= views)).toBe(true);
    }
  });

  it('drops occasionally: views are corrected once for some videos, likes are withdrawn', () => {
    const videos = Array.from({ length: 50 }, (_, index) => hourly(index, 24 * 40));
    const corrected = videos.filter((readings) => falls(readings, 'views') > 0);
    expect(corrected.length).toBeGreaterThan(5);
    expect(corrected.length).toBeLessThan(40);
    expect(videos.every((readings) => falls(readings, 'views') <= 1)).toBe(true);
    expect(videos.filter((readings) => falls(readings, 'likes') > 0).length).toBeGreaterThan(25);
  });
});

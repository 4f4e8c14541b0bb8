import { describe, expect, it } from '@jest/globals';
import { passedHorizon } from './expiry-notice.js';

const now = new Date('2026-11-01T00:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);

describe('passedHorizon', () => {
  it.each([
    [180, undefined],
    [30.1, undefined],
    [30, 30],
    [7.5, 30],
    [7, 7],
    [1, 1],
    [0.1, 1],
    [-1, 1],
  ])('of an end in %d days is %s', (days, horizon) => {
    expect(passedHorizon(inDays(days), now)).toBe(horizon);
  });
});

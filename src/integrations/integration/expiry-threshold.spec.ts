import { describe, expect, it } from '@jest/globals';
import { expiryThreshold } from './expiry-threshold.js';

const now = new Date('2026-11-01T00:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);

describe('expiryThreshold', () => {
  it.each([
    [180, undefined],
    [30.1, undefined],
    [30, 30],
    [7.5, 30],
    [7, 7],
    [1, 1],
    [0.1, 1],
    [-1, 1],
  ])('returns for %d days: %s', (days, threshold) => {
    expect(expiryThreshold(inDays(days), now)).toBe(threshold);
  });
});

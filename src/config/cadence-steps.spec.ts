import { describe, expect, it } from '@jest/globals';
import { toCadenceSteps } from './cadence-steps.js';

describe('toCadenceSteps', () => {
  it('reads hours and days, and returns the youngest first', () => {
    expect(toCadenceSteps(['30d:1d', '1d:1h'])).toEqual([
      { underDays: 1, everyHours: 1 },
      { underDays: 30, everyHours: 24 },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextAdsDue } from './next-ads-due.js';

describe('nextAdsDue', () => {
  it('is after now, within the interval, and not later than 40 min after 12:00 UTC', () => {
    const times = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-01-01') });
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 100 }), fc.uuid(), (time, hours, id) => {
        const due = nextAdsDue(new Date(time), hours, id).getTime();
        expect(due).toBeGreaterThan(time);
        expect(due).toBeLessThanOrEqual(time + hours * 3_600_000);
        const noon = Math.floor(time / 86_400_000) * 86_400_000 + 43_200_000;
        if (time < noon) expect(due).toBeLessThan(noon + 2_400_000);
      }),
    );
  });
});

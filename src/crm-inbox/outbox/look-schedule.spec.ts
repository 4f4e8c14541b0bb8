import { describe, expect, it } from '@jest/globals';
import { secondsUntilLook } from './look-schedule.js';

describe('secondsUntilLook', () => {
  it('grows the pause up to an hour, and ends the search', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 6].map((checks) => secondsUntilLook(checks, 15, 6));
    expect(pauses).toEqual([15, 45, 135, 405, 1_215, 3_600, undefined]);
  });
});

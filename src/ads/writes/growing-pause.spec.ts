import { describe, expect, it } from '@jest/globals';
import { growingPause } from './growing-pause.js';

describe('growingPause', () => {
  it('doubles with each failure, up to 5 min', () => {
    const pauses = [1, 2, 3, 4, 100].map((failures) => growingPause(failures, 5, 0.5));
    expect(pauses).toEqual([5, 10, 20, 40, 300]);
  });

  it('is jittered by half of it', () => {
    expect([0, 0.999].map((random) => Math.round(growingPause(1, 10, random)))).toEqual([5, 15]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { signatureAge } from './signature-age.js';

const now = new Date(1_763_800_000_000);

describe('signatureAge', () => {
  it.each([
    [0, 'fresh'],
    [300, 'fresh'],
    [301, 'late'],
    [72 * 3600, 'late'],
    [73 * 3600 + 1, 'too_old'],
    [-299, 'fresh'],
    [-301, 'from_the_future'],
  ])('rates a signature of %i s as %s', (age, verdict) => {
    expect(signatureAge(1_763_800_000 - age, now)).toBe(verdict);
  });
});

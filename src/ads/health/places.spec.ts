import { describe, expect, it } from '@jest/globals';
import { placeText } from './places.js';

describe('placeText', () => {
  it.each([
    ['MODE_VIDEO', 'video'],
    ['MODE_STRING', 'text'],
    ['PLACEMENT_TIKTOK', 'TikTok'],
    ['AGE_13_17', 'ages 13–17'],
    ['6252001', '6252001'],
  ])('writes %s as %s', (word, text) => {
    expect(placeText(word)).toBe(text);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { SocialVideoView } from 'tiktok-connector-client';
import { medianOf } from './median.js';

const video = (views: number | null) => ({ views }) as SocialVideoView;

describe('medianOf', () => {
  it('leaves out videos whose counter is unknown', () => {
    expect(medianOf([video(9), video(null), video(1), video(4)], 'views')).toBe(4);
  });

  it('is the mean of the middle two of an even number', () => {
    expect(medianOf([video(10), video(20)], 'views')).toBe(15);
  });

  it('is unknown without a known counter', () => {
    expect(medianOf([video(null)], 'views')).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { ownPolicyOf } from './own-policy.js';

describe('ownPolicyOf', () => {
  it('keeps what the organisation sets, and leaves the rest to the defaults', () => {
    const body = { videos: null, discoverEveryHours: 2, adsToday: false, profileEveryHours: null };

    expect(ownPolicyOf(body)).toEqual({ discoverEveryHours: 2, adsToday: false });
  });

  it('sorts steps and days from young to old', () => {
    const videos = [
      { underDays: 30, everyHours: 24 },
      { underDays: 1, everyHours: 1 },
    ];

    expect(ownPolicyOf({ videos, adsRereadDays: [28, 1, 7] })).toEqual({
      videos: videos.toReversed(),
      adsRereadDays: [1, 7, 28],
    });
  });
});

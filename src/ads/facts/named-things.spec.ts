import { describe, expect, it } from '@jest/globals';
import type { LaunchBody } from '../spec/launch-body.dto.js';
import { namedThings } from './named-things.js';

const ad = (creative: object, identity = { type: 'TT_USER', id: 'me' }) => ({
  name: 'A',
  identity,
  creative,
});
const group = (ads: object[], more: object = {}) => ({
  name: 'G',
  optimizationGoal: 'CONVERT',
  bid: { type: 'BID_TYPE_NO_BID' },
  targeting: { locationIds: ['6252001'], audienceIds: ['a1'], excludedAudienceIds: ['a2', 'a1'] },
  ads,
  ...more,
});
const things = (...adGroups: object[]) => namedThings({ adGroups } as unknown as LaunchBody);

describe('namedThings', () => {
  it('names each thing once, where the body names it first', () => {
    const found = things(
      group([ad({ videoId: 'v1', coverImageId: 'c1' }), ad({ videoId: 'v1', coverImageId: 'c2' })]),
      group([ad({ videoId: 'v2', coverImageId: 'c1' })]),
    );
    expect(found.identities).toMatchObject([{ id: 'me', field: 'adGroups[0].ads[0].identity.id' }]);
    expect(found.videos).toEqual([
      { id: 'v1', field: 'adGroups[0].ads[0].creative.videoId' },
      { id: 'v2', field: 'adGroups[1].ads[0].creative.videoId' },
    ]);
    expect(found.audiences).toEqual([
      { id: 'a1', field: 'adGroups[0].targeting.audienceIds' },
      { id: 'a2', field: 'adGroups[0].targeting.excludedAudienceIds' },
    ]);
  });

  it('keeps one post apart by the identity that shows it, and leaves identities by code out', () => {
    const code = { type: 'AUTH_CODE', id: 'creator' };
    const found = things(group([ad({ postId: 'p' }), ad({ postId: 'p' }, code), ad({ postId: 'p' })]));
    expect(found.posts.map(({ field }) => field)).toEqual([
      'adGroups[0].ads[0].creative.postId',
      'adGroups[0].ads[1].creative.postId',
    ]);
    expect(found.identities.map(({ id }) => id)).toEqual(['me']);
  });

  it('takes the placement on TikTok for ad groups that name none', () => {
    const found = things(group([]), group([], { placements: ['PLACEMENT_PANGLE'] }));
    expect(found.locations.map(({ placements }) => placements)).toEqual([
      ['PLACEMENT_TIKTOK'],
      ['PLACEMENT_PANGLE'],
    ]);
  });
});

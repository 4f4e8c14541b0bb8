import { describe, expect, it } from '@jest/globals';
import type { AdPlacement } from '../facts/ad-placement.js';
import { adAnswer, adDeletion, cannotAnswer } from './ad-answer.js';

const PLACE: AdPlacement = {
  accountId: '7',
  adGroupId: '1',
  adGroupName: null,
  adId: '2',
  adName: null,
  campaignId: null,
  campaignName: null,
  itemId: '3',
  identityId: '4',
  identityType: 'TT_USER',
  canDelete: false,
  canAnswer: true,
  isOwnPost: false,
};
const CONNECTED = new Set(['7']);
const AD = { accountId: '7', ad_id: '2', tiktok_item_id: '3', identity_id: '4', identity_type: 'TT_USER' };

describe('adAnswer', () => {
  it('chooses the first ad that may answer', () => {
    const places = [{ ...PLACE, canAnswer: false }, { ...PLACE, accountId: '8' }, PLACE];
    expect(adAnswer(places, CONNECTED)).toEqual(AD);
  });

  it('tries where TikTok has not said whether it may', () => {
    expect(adAnswer([{ ...PLACE, canAnswer: null }], CONNECTED)).toEqual(AD);
  });

  it.each([
    ['no_ad', []],
    ['not_connected', [{ ...PLACE, accountId: '8' }]],
    ['smart_plus', [{ ...PLACE, adId: null }]],
    ['identity', [{ ...PLACE, identityType: 'BC_AUTH_TT' }]],
    ['identity', [{ ...PLACE, identityId: null }]],
    [
      'not_granted',
      [
        { ...PLACE, canAnswer: false },
        { ...PLACE, adId: null },
      ],
    ],
  ] as const)('says %s where none may', (obstacle, places) => {
    expect(adAnswer(places, CONNECTED)).toBe(obstacle);
    expect(cannotAnswer(obstacle).message).toContain('Connect the TikTok account');
  });
});

describe('adDeletion', () => {
  it('chooses an ad whose identity wrote the comment, whether or not it may answer', () => {
    const own = { ...PLACE, canDelete: true, canAnswer: false };
    expect(adDeletion([PLACE, own], CONNECTED)).toEqual(AD);
    expect(adDeletion([PLACE], CONNECTED)).toBe('not_granted');
    expect(adDeletion([{ ...PLACE, canDelete: null }], CONNECTED)).toBe('not_granted');
  });
});

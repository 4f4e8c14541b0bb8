import { describe, expect, it } from '@jest/globals';
import { SPEC_CONFIG } from '../testing/scripted-transport.js';
import { budgetsOf } from './budgets-of-call.js';
import { BUSINESS_TIERS } from './limit-tables.js';
import type { RatedCall } from './rated-call.js';

const of = (api: RatedCall['api'], path: string, more: Partial<RatedCall> = {}) =>
  budgetsOf({ api, path, credentialId: 'c', priority: 'background', ...more }, SPEC_CONFIG.tiktok);
const limits = (...call: Parameters<typeof of>) =>
  of(...call).map(({ limit, window }) => `${limit} a ${window}`);

const key = (path: string, credentialId: string) => of('open', path, { credentialId })[0]?.key;

describe('budgetsOf', () => {
  it.each([
    ['open', '/v2/post/publish/video/init/', []],
    ['open', '/v2/post/publish/creator_info/query/', ['20 a minute']],
    ['open', '/v2/post/publish/status/fetch/', ['30 a minute']],
    ['open', '/v2/video/list/', ['600 a minute']],
    ['open', '/v2/oauth/token/', []],
    ['business', '/advertiser/info/', ['10 a second']],
  ] as const)('limits the %s API at %s to %j', (api, path, expected) => {
    expect(limits(api, path)).toEqual(expected);
  });

  it('counts Accounts API calls by account and endpoint, and for all accounts together', () => {
    expect(limits('business', '/business/get/', { accountId: 'a' })).toEqual([
      '40 a minute',
      '10 a second',
      '600 a minute',
    ]);
  });

  it('counts creator info by token, and display endpoints by app', () => {
    const creatorInfo = '/v2/post/publish/creator_info/query/';
    expect(key(creatorInfo, 'a')).not.toBe(key(creatorInfo, 'b'));
    expect(key('/v2/video/list/', 'a')).toBe(key('/v2/video/list/', 'b'));
  });

  // TikTok states them, too, but a limit per second implies them.
  it.each([
    ['basic', 600, 864_000],
    ['advanced', 1_200, 1_728_000],
    ['premium', 1_800, 2_592_000],
    ['ultimate', 3_000, 4_320_000],
  ] as const)('keeps %s apps within %i calls a minute and %i a day', (tier, minute, day) => {
    const { second } = BUSINESS_TIERS[tier];
    expect(second * 60).toBeLessThanOrEqual(minute);
    expect(second * 86_400).toBeLessThanOrEqual(day);
  });

  it('gives the budgets of a call different keys', () => {
    for (const path of ['/business/get/', '/business/message/send/', '/ad/create/', '/report/task/create/']) {
      const keys = of('business', path, { accountId: 'a', advertiserId: '7' }).map((budget) => budget.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

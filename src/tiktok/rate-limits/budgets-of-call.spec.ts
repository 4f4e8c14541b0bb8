import { describe, expect, it } from '@jest/globals';
import { SPEC_CONFIG } from '../testing/scripted-transport.js';
import { budgetsOf } from './budgets-of-call.js';
import type { RatedCall } from './rated-call.js';

const of = (api: RatedCall['api'], path: string, more: Partial<RatedCall> = {}) =>
  budgetsOf({ api, path, credentialId: 'c', priority: 'background', ...more }, SPEC_CONFIG.tiktok);
const limits = (...call: Parameters<typeof of>) =>
  of(...call).map(({ limit, window }) => `${limit} a ${window}`);

const key = (path: string, credentialId: string) => of('open', path, { credentialId })[0]?.key;

describe('budgetsOf', () => {
  it.each([
    ['open', '/v2/post/publish/video/init/', ['6 a minute']],
    ['open', '/v2/post/publish/creator_info/query/', ['20 a minute']],
    ['open', '/v2/post/publish/status/fetch/', ['30 a minute']],
    ['open', '/v2/video/list/', ['600 a minute']],
    ['open', '/v2/oauth/token/', []],
    ['business', '/advertiser/info/', ['10 a second', '600 a minute', '864000 a utc-day']],
  ] as const)('%s %s: %j', (api, path, expected) => {
    expect(limits(api, path)).toEqual(expected);
  });

  it('counts an account at the Accounts API by endpoint, and all accounts together', () => {
    expect(limits('business', '/business/get/', { accountId: 'a' })).toEqual([
      '40 a minute',
      '10 a second',
      '600 a minute',
      '864000 a utc-day',
      '600 a minute',
    ]);
  });

  it('counts posting by token, the three inits together, and the display endpoints by app', () => {
    const [init, inbox] = ['/v2/post/publish/video/init/', '/v2/post/publish/inbox/video/init/'];
    expect(key(init ?? '', 'a')).toBe(key(inbox ?? '', 'a'));
    expect(key(init ?? '', 'a')).not.toBe(key(init ?? '', 'b'));
    expect(key('/v2/video/list/', 'a')).toBe(key('/v2/video/list/', 'b'));
  });

  it('gives no two budgets of a call the same key', () => {
    for (const path of ['/business/video/publish/', '/ad/create/', '/report/task/create/']) {
      const keys = of('business', path, { accountId: 'a', advertiserId: '7' }).map((budget) => budget.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

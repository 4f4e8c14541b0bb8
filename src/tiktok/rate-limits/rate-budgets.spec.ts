import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Clock } from '../../common/index.js';
import { SPEC_CONFIG } from '../testing/scripted-transport.js';
import { BudgetLedger } from './budget-ledger.js';
import { ACCOUNT_ENDPOINTS } from './limit-tables.js';
import { MemorySets } from './memory-sets.js';
import { RateBudgets } from './rate-budgets.js';
import { RateGovernor } from './rate-governor.js';
import type { RatedCall } from './rated-call.js';

const FOLDER = 'src/tiktok/business-api';
const ok = () => Promise.resolve('ok');

function governed(config = SPEC_CONFIG) {
  const clock = new Clock();
  const sets = new MemorySets(clock);
  const governor = new RateGovernor(config, clock, new BudgetLedger(sets, clock), sets);
  const call = async (times: number, rated: Pick<RatedCall, 'api' | 'path'> & Partial<RatedCall>) => {
    for (let i = 0; i < times; i += 1) await governor.run({ priority: 'essential', ...rated }, ok);
  };
  return { call, budgets: new RateBudgets(config, sets) };
}

describe('RateBudgets', () => {
  it('counts the calls of the app, and those of some credentials alone', async () => {
    const { call, budgets } = governed();
    await call(3, { api: 'open', path: '/v2/video/list/', credentialId: 'a' });
    await call(2, { api: 'open', path: '/v2/video/list/', credentialId: 'b' });
    await call(1, { api: 'open', path: '/v2/video/list/', credentialId: 'other' });

    const uses = await budgets.ofApp(['a', 'b']);

    const list = { api: 'open', covers: '/v2/video/list/', window: 'minute', limit: 600, used: 6, own: 5 };
    expect(uses).toContainEqual(list);
    expect(uses.filter(({ used }) => used !== 0)).toEqual([list]);
  });

  it('lists each limit of the app once, with the groups of the Business API', async () => {
    const uses = await governed().budgets.ofApp([]);

    const named = uses.map(({ covers, window }) => `${covers} ${window}`);
    expect(new Set(named).size).toBe(named.length);
    expect(named).toEqual(
      expect.arrayContaining([
        '/v2/user/info/ minute',
        'all second',
        'accounts minute',
        'messaging second',
        '/ad/create/ minute',
        '/report/task/create/ utc-day',
      ]),
    );
    expect(uses.find(({ window }) => window === 'utc-day')?.own).toBeNull();
  });

  it('counts the calls of one account by endpoint', async () => {
    const { call, budgets } = governed();
    const status = '/v2/post/publish/status/fetch/';
    await call(2, { api: 'open', path: status, credentialId: 'a' });
    await call(1, { api: 'open', path: status, credentialId: 'b' });
    await call(4, { api: 'business', path: '/business/get/', credentialId: 'c', accountId: '7' });

    const uses = await budgets.ofAccount({ login: 'a', account: { credentialId: 'c', accountId: '7' } });

    expect(uses.filter(({ used }) => used !== 0)).toEqual([
      { api: 'open', covers: status, window: 'minute', limit: 30, used: 2 },
      { api: 'business', covers: '/business/get/', window: 'minute', limit: 40, used: 4 },
    ]);
    expect(await budgets.ofAccount({ login: 'a', account: undefined })).toHaveLength(2);
  });

  it('knows nothing while the service does not count', async () => {
    const tiktok = { ...SPEC_CONFIG.tiktok, keepsRateLimits: false };
    const { budgets } = governed(Object.assign(Object.create(SPEC_CONFIG) as typeof SPEC_CONFIG, { tiktok }));

    const uses = await budgets.ofApp(['a']);

    expect(uses.every(({ used, own }) => used === null && own === null)).toBe(true);
  });
});

it('ACCOUNT_ENDPOINTS lists every path of the Accounts API that is called for an account', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.api.ts'));
  const texts = files.map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8')).join('\n');
  const called = new Set([...texts.matchAll(/'(\/business\/[\w/]+\/)'/g)].map(([, path]) => path));

  // The webhooks belong to the app.
  const ofAccounts = [...called].filter((path) => !path?.startsWith('/business/webhook/'));
  expect(ofAccounts.toSorted()).toEqual([...ACCOUNT_ENDPOINTS].toSorted());
});

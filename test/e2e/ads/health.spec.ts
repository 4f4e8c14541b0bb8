import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import { checkAll, findings, healthOf, notices, WITH_HEALTH } from '../../support/given/ad-health.js';
import { AdsAccount, smartCampaign } from '../../support/given/ads-account.js';

const connector = useConnector(WITH_HEALTH);

let ads: AdsAccount;

beforeAll(async () => {
  ads = await AdsAccount.connect(connector());
}, 30_000);

beforeEach(() => checkAll(connector()), 60_000);

const check = () => checkAll(connector());
const advertiser = (body: object, id = ads.accountId) =>
  connector().sandbox.control(`/business/advertisers/${id}`, body);
const decide = (id: string, body: object) => connector().sandbox.control(`/business/ads/${id}`, body);

describe('Health of ad accounts', () => {
  it('shows status and balance, and says nothing of a healthy account', async () => {
    expect(await healthOf(ads.api, ads.accountId)).toMatchObject({
      state: 'checked',
      problem: null,
      status: 'STATUS_ENABLE',
      balance: '100000',
    });
    expect((await ads.api.get<{ items: unknown[] }>('/api/ads/health/findings')).body.items).toEqual([]);
    expect((await ads.api.get<{ items: unknown[] }>('/api/notifications')).body.items).toEqual([]);
  });

  it('keeps an account without permission as its own state with a fix', async () => {
    const [first = '', second = ''] = ads.accountIds;
    await advertiser({ revoke: true }, first);

    await check();

    const refused = await healthOf(ads.api, first);
    expect(refused).toMatchObject({ state: 'refused', problem: { code: '40001' } });
    expect(refused?.problem?.fix).not.toBe('');
    expect(await healthOf(ads.api, second)).toMatchObject({ state: 'checked', problem: null });

    await advertiser({ grant: true }, first);
    await check();
    expect(await healthOf(ads.api, first)).toMatchObject({ state: 'checked', problem: null });
  });

  it('finds what was changed and deleted in TikTok Ads Manager', async () => {
    const ids = [];
    for (const name of ['Changed', 'Deleted'])
      ids.push(await ads.atTikTok('us_plus', 'campaign', smartCampaign(name)));
    await check();
    const [changed = '', deleted = ''] = ids;
    await ads.setStatusAtTikTok('us_plus', 'campaign', [changed], 'ENABLE');
    await ads.setStatusAtTikTok('us_plus', 'campaign', [deleted], 'DELETE');

    await Promise.all([check(), ads.list('campaigns', '&live=true')]);

    for (const [id, before, after] of [
      [changed, 'DISABLE', 'ENABLE'],
      [deleted, 'DISABLE', 'DELETE'],
    ])
      expect(await ads.changes(`&objectId=${id}`)).toMatchObject([
        { action: 'drift', before: { operation_status: before }, after: { operation_status: after } },
      ]);
  });
});

describe('Notices about ad accounts', () => {
  it('report a suspension once with the reason, and that it is over', async () => {
    await advertiser({ status: 'STATUS_LIMIT', reason: 'misleading claims' });
    await check();
    await check();

    const [notice, ...others] = await notices(ads.api, 'ad_account_suspended');
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      severity: 'critical',
      subject: { type: 'ad_account', id: ads.accountId },
      resolvedAt: null,
    });
    expect(notice?.detail).toContain('misleading claims');
    const account = await ads.api.get(`/api/ads/accounts`);
    expect(JSON.stringify(account.body)).toContain('STATUS_LIMIT');

    await advertiser({ status: 'STATUS_ENABLE' });
    await check();
    expect((await notices(ads.api, 'ad_account_suspended'))[0]?.resolvedAt).not.toBeNull();
    expect((await notices(ads.api, 'all_clear'))[0]?.detail).toBe(`Resolved: ${notice?.title}`);
  });

  it('report rejected ads together with reason and where, and new ones again', async () => {
    const [first = '', second = '', third = ''] = (await ads.list('ads', '&live=true')).map(({ id }) => id);
    for (const id of [first, second]) await decide(id, { action: 'reject', reason: 'Shows a weapon.' });
    await check();
    await check();

    const [notice, ...others] = await notices(ads.api, 'ad_rejected');
    expect(others).toEqual([]);
    expect(notice?.title).toContain('TikTok rejected 2 ads');
    expect(notice?.detail).toContain('Shows a weapon.');
    expect((await findings(ads.api, 'rejected')).map(({ objectId }) => objectId).toSorted()).toEqual(
      [first, second].toSorted(),
    );

    await decide(third, { action: 'reject', reason: 'Too loud.' });
    await check();
    expect((await notices(ads.api, 'ad_rejected')).map(({ title }) => title)).toEqual([
      expect.stringContaining('rejected an ad'),
      notice?.title,
    ]);

    for (const id of [first, second, third]) await decide(id, { action: 'approve' });
    await check();
    expect((await notices(ads.api, 'ad_rejected')).filter((one) => one.resolvedAt === null)).toEqual([]);
    expect(await findings(ads.api, 'rejected')).toEqual([]);
  });

  it('report a low balance, then an empty one, and the refill once', async () => {
    await advertiser({ balance: 1 });
    await check();
    const [low] = await notices(ads.api, 'ad_balance_low');
    expect(low).toMatchObject({ severity: 'warning' });
    expect(low?.detail).toMatch(/^The balance is 1 USD\. At the mean spend .*less than a day/);

    await advertiser({ balance: 0 });
    await check();
    const [empty] = await notices(ads.api, 'ad_balance_low');
    expect(empty).toMatchObject({ severity: 'critical' });
    const clear = (await notices(ads.api, 'all_clear')).length;

    await advertiser({ balance: 100_000 });
    await check();
    expect((await notices(ads.api, 'ad_balance_low')).every((one) => one.resolvedAt !== null)).toBe(true);
    expect(await notices(ads.api, 'all_clear')).toHaveLength(clear + 1);
  });
});

it('Health, findings and notices go with the data of the only integration that opens the account', async () => {
  const { body } = await ads.api.get<{ items: { id: string }[] }>('/api/integrations');
  await ads.api.delete(`/api/integrations/${body.items[0]?.id}/data`);

  await eventually(async () => {
    const rows = await connector().database.query(
      `SELECT id FROM ad_account_health UNION ALL SELECT id FROM ad_health_findings
       UNION ALL SELECT id FROM notifications WHERE subject_type = 'ad_account'`,
    );
    return rows.length === 0;
  }, 20_000);
});

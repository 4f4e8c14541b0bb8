import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import { checkAll, findings, healthOf, notices, WITH_HEALTH } from '../../support/given/ad-health.js';
import { AdsAccount } from '../../support/given/ads-account.js';
import { createAudience, customers, sendFile, untilDone } from '../../support/given/audiences.js';

const DAY_SECONDS = 86_400;
const connector = useConnector(WITH_HEALTH);

let ads: AdsAccount;

beforeAll(async () => {
  ads = await AdsAccount.connect(connector());
}, 30_000);

const check = () => checkAll(connector());
const control = <Body>(path: string, body: object) => connector().sandbox.control<Body>(path, body);

describe('Notices about what ads need', () => {
  it("report a creator's authorisation that ends soon, until it is renewed", async () => {
    const authCode = await issuedCode(5);
    const long = await issuedCode(60);
    for (const code of [authCode, long])
      await ads.api.post('/api/ads/spark-posts', { accountId: ads.accountId, authCode: code });
    await check();
    await check();

    const [notice, ...others] = await notices(ads.api, 'spark_post_expiring');
    expect(others).toEqual([]);
    expect(notice?.detail).toMatch(/authorised until \d{4}-\d\d-\d\d\./);
    expect(await findings(ads.api, 'spark_post')).toHaveLength(1);

    await control('/business/post-codes/revoke', { authCode });
    const [post] = await findings(ads.api, 'spark_post');
    const { items } = (
      await ads.api.get<{ items: { id: string; postId: string }[] }>(
        `/api/ads/spark-posts?accountId=${ads.accountId}`,
      )
    ).body;
    const own = items.find(({ postId }) => postId === post?.objectId);
    await ads.api.delete(`/api/ads/spark-posts/${own?.id}`);
    await check();
    expect((await notices(ads.api, 'spark_post_expiring'))[0]?.resolvedAt).not.toBeNull();
  });

  it('report an audience that TikTok is about to delete', async () => {
    const { body } = await createAudience(ads.api, ads.accountId, { retentionDays: 30 });
    await sendFile(ads.api, body.id, 'append', customers(3_000));
    await untilDone(ads.api, body.id);
    await check();
    await check();

    const all = await notices(ads.api, 'audience_expiring');
    expect(all).toHaveLength(1);
    expect(all[0]?.detail).toContain(`“${body.name}” expires on `);
  });

  it('report enabled ads without an impression for a day, explained by their status', async () => {
    const [silent, served, paused] = await ads.list('ads', '&live=true');
    const ids = [silent, paused].map((ad) => ad?.id ?? '');
    for (const adId of ids)
      await control('/business/metrics/restate', { adId, factor: 0, figures: ['impressions'] });
    await ads.setStatusAtTikTok('manual', 'ad', [paused?.id ?? ''], 'DISABLE');
    await check();
    // It has not been a day yet.
    expect(await notices(ads.api, 'ad_not_serving')).toEqual([]);

    await pass(DAY_SECONDS + 3_600);
    await check();
    await check();

    const [notice, ...others] = await notices(ads.api, 'ad_not_serving');
    expect(others).toEqual([]);
    expect(notice?.detail).toContain(`“${silent?.name}”: TikTok calls it delivering`);
    const found = (await findings(ads.api, 'not_serving')).map(({ objectId }) => objectId);
    expect(found).toContain(silent?.id);
    expect(found).not.toContain(served?.id);
    expect(found).not.toContain(paused?.id);

    await ads.setStatusAtTikTok('manual', 'ad', found, 'DISABLE');
    await check();
    expect((await notices(ads.api, 'ad_not_serving'))[0]?.resolvedAt).not.toBeNull();
  });
});

describe('A limit of TikTok', () => {
  it('postpones the check of an account, and keeps what was known', async () => {
    await check();
    const before = await healthOf(ads.api, ads.accountId);
    await connector().sandbox.fault({
      match: 'GET /open_api/v1.3/advertiser/info/',
      kind: 'error_code',
      code: '40100',
    });
    await connector().hurry('ad-health');
    await eventually(async () => {
      const rows = await connector().database.query(
        `SELECT id FROM ad_account_health WHERE last_error IS NOT NULL`,
      );
      return rows.length === ads.accountIds.length;
    }, 20_000);

    expect(await healthOf(ads.api, ads.accountId)).toEqual(before);
  });
});

/** A creator with one post issues a code for it. */
async function issuedCode(days: number): Promise<string> {
  const account = `creator_${randomUUID().slice(0, 8)}`;
  await control('/accounts', { username: account, videos: 1 });
  return (await control<{ authCode: string }>('/business/post-codes', { account, days })).authCode;
}

/** Moves the clocks of TikTok and of the service. */
async function pass(seconds: number): Promise<void> {
  await control('/clock', { advanceSeconds: seconds });
  connector().moveClock(seconds);
}

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody } from '../../support/api-client.js';
import { useConnector, type ConnectorOptions } from '../../support/connector.js';
import { ConnectedParts, type AdAccountBody } from '../../support/given/connected-parts.js';
import { UNLIMITED } from '../../support/given/answering.js';
import { checkWebhooks } from '../../support/given/webhook-checks.js';
import { BUSINESS_APP_ID, BUSINESS_SECRET } from '../../support/given/webhook-deliveries.js';

const FAMILIES = ['AD_ACCOUNT_SUSPENSION', 'API_SERVICE_STATUS', 'CREATIVE_FATIGUE', 'REPORT_DATA_CHANGE'];
const SUBSCRIBE = 'POST /open_api/v1.3/subscription/subscribe/';
const OTHER = 'https://staging.example/connect/webhook/tiktok/ads';
const withMode = (mode: string): ConnectorOptions => ({
  webhooks: false,
  sandbox: UNLIMITED,
  environment: {
    TIKTOK_KEEP_RATE_LIMITS: 'false',
    TIKTOK_ADS_WEBHOOKS: mode,
    TIKTOK_ADS_WEBHOOK_FAMILIES: FAMILIES.join(','),
  },
});

interface Listed {
  subscription_id: string;
  callback_url: string;
  subscription_detail: { access_token: string; advertiser_id?: string; advertiser_ids?: string[] };
}

const connector = useConnector(withMode('register'));
const ours = () => `${connector().url}/connect/webhook/tiktok/ads`;
const check = () => checkWebhooks(connector(), 'ads');

async function call<Data>(
  method: 'GET' | 'POST',
  path: string,
  parts: Record<string, unknown>,
): Promise<Data> {
  const all = { app_id: BUSINESS_APP_ID, secret: BUSINESS_SECRET, ...parts };
  const url = new URL(`/open_api/v1.3/subscription/${path}/`, connector().config.tiktok.businessBaseUrl);
  if (method === 'GET') url.search = new URLSearchParams(all as Record<string, string>).toString();
  const answer = await fetch(url, {
    method,
    ...(method === 'POST' && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(all) }),
  });
  const { code, data } = (await answer.json()) as { code: number; data: Data };
  expect(code).toBe(0);
  return data;
}

/** What TikTok lists of a family. */
async function listed(subscribe_entity: string): Promise<Listed[]> {
  return (await call<{ subscriptions: Listed[] }>('GET', 'get', { subscribe_entity, page_size: '1000' }))
    .subscriptions;
}

async function listedIds(): Promise<string[]> {
  const all = await Promise.all(FAMILIES.map(listed));
  return all.flat().map((one) => one.subscription_id);
}

const unsubscribe = (subscription_id: string) => call('POST', 'unsubscribe', { subscription_id });
const isComplete = async () => (await listedIds()).length === 3 * accounts.length + 1;

let parts: ConnectedParts;
let accounts: AdAccountBody[];
beforeAll(async () => {
  parts = await ConnectedParts.connect(connector());
  accounts = await parts.connectAds();
}, 60_000);

const open = async (kind: string) =>
  (await parts.notifications(kind)).filter(({ resolvedAt }) => resolvedAt === null);

async function verdict(): Promise<{ status: string; detail: string } | undefined> {
  const { body } = await connector()
    .api(undefined, 'operator')
    .get<PageBody<{ check: string; status: string; detail: string }>>('/api/doctor');
  return body.items.find(({ check: name }) => name === 'ads_webhooks');
}

describe('TIKTOK_ADS_WEBHOOKS=register', () => {
  it('subscribes to each family for each connected ad account, and once for the app', async () => {
    await eventually(isComplete, 20_000);
    const all = (await Promise.all(FAMILIES.map(listed))).flat();
    expect(new Set(all.map(({ callback_url: url }) => url))).toEqual(new Set([ours()]));
    const [fatigue, figures] = [await listed('CREATIVE_FATIGUE'), await listed('REPORT_DATA_CHANGE')];
    const ids = accounts.map(({ advertiserId }) => advertiserId).toSorted();
    expect(fatigue.map((one) => one.subscription_detail.advertiser_id).toSorted()).toEqual(ids);
    expect(figures.flatMap((one) => one.subscription_detail.advertiser_ids).toSorted()).toEqual(ids);
    expect(await verdict()).toMatchObject({ status: 'ok' });
  });

  it('changes nothing that is right', async () => {
    const before = [await connector().sandbox.calls(SUBSCRIBE), await listedIds()];
    await check();
    expect([await connector().sandbox.calls(SUBSCRIBE), await listedIds()]).toEqual(before);
    expect(await open('webhooks_replaced')).toEqual([]);
  });

  it('receives what TikTok then sends', async () => {
    const [{ advertiserId } = { advertiserId: '' }] = accounts;
    await connector().sandbox.control('/business/webhooks/emit', {
      entity: 'CREATIVE_FATIGUE',
      advertiserId,
      entry: { adv_id: advertiserId, ad_id: '19', date: '2026-11-29' },
    });
    await eventually(async () => (await parts.notifications('ad_creative_fatigue')).length > 0);
  });
});

describe('a subscription that TikTok no longer lists', () => {
  it('is made again, and is a notice until a later check finds it', async () => {
    const [lost] = await listed('CREATIVE_FATIGUE');
    await unsubscribe(lost?.subscription_id ?? '');
    await check();
    expect(await isComplete()).toBe(true);
    expect(await open('webhooks_replaced')).toMatchObject([
      { title: 'Webhooks of 1 ad account had ended', subject: { type: 'ad_account' } },
    ]);

    await check();
    expect(await open('webhooks_replaced')).toEqual([]);
    expect((await parts.notifications('all_clear')).length).toBeGreaterThan(0);
  });

  it('names another environment that has subscribed instead, and leaves its subscription', async () => {
    const [taken] = await listed('CREATIVE_FATIGUE');
    await unsubscribe(taken?.subscription_id ?? '');
    await call('POST', 'subscribe', {
      subscribe_entity: 'CREATIVE_FATIGUE',
      callback_url: OTHER,
      subscription_detail: taken?.subscription_detail,
    });
    await check();
    const [notice] = await open('webhooks_replaced');
    expect(notice?.detail).toContain('another environment has subscribed instead');
    expect(notice?.detail).not.toContain(OTHER);
    const urls = (await listed('CREATIVE_FATIGUE')).map(({ callback_url: url }) => url);
    expect(urls.filter((url) => url === OTHER)).toHaveLength(1);
    expect(urls.filter((url) => url === ours())).toHaveLength(accounts.length);
    const foreign = (await listed('CREATIVE_FATIGUE')).find(({ callback_url: url }) => url === OTHER);
    await unsubscribe(foreign?.subscription_id ?? '');
    await check();
  });
});

describe('a subscription that TikTok refuses', () => {
  it('is a notice with the reason, and is tried again by the next check', async () => {
    const [lost] = await listed('REPORT_DATA_CHANGE');
    await unsubscribe(lost?.subscription_id ?? '');
    const fault = { match: SUBSCRIBE, kind: 'error_code', code: '40002', message: 'Not in the allowlist' };
    await connector().sandbox.fault({ ...fault, times: 1 });
    await check();
    expect(await open('webhooks_refused')).toMatchObject([
      { detail: expect.stringContaining('changed figures: Not in the allowlist') },
    ]);
    expect(await verdict()).toMatchObject({ status: 'warning', detail: expect.stringContaining('refused') });

    await check();
    expect(await isComplete()).toBe(true);
    expect(await open('webhooks_refused')).toEqual([]);
  });

  it('is made once when the answer is lost', async () => {
    const [lost] = await listed('REPORT_DATA_CHANGE');
    await unsubscribe(lost?.subscription_id ?? '');
    await connector().sandbox.fault({ match: SUBSCRIBE, kind: 'lost_response', times: 1 });
    await check();
    await check();
    expect(await isComplete()).toBe(true);
    expect(await verdict()).toMatchObject({ status: 'ok' });
  });
});

const renew = () =>
  connector().database.query(
    `UPDATE credentials SET issued_at = issued_at + interval '1 second'
     WHERE id IN (SELECT credential_id FROM ad_subscriptions)`,
  );

describe('a subscription whose token was replaced', () => {
  it('is made again without an alarm, although TikTok fails in between', async () => {
    await renew();
    await connector().sandbox.fault({ match: SUBSCRIBE, kind: 'http500_html', times: 1 });
    await check();
    await check();
    expect(await isComplete()).toBe(true);
    expect(await open('webhooks_replaced')).toEqual([]);
  });

  it('is made again without an alarm, although the answer is lost', async () => {
    await renew();
    await connector().sandbox.fault({ match: SUBSCRIBE, kind: 'lost_response', times: 1 });
    await check();
    await check();
    expect(await isComplete()).toBe(true);
    expect(await open('webhooks_replaced')).toEqual([]);
  });
});

describe('a family that TikTok does not list for the app', () => {
  it('is a refusal, which keeps no notice about other families open', async () => {
    const [lost] = await listed('CREATIVE_FATIGUE');
    await unsubscribe(lost?.subscription_id ?? '');
    await check();
    expect(await open('webhooks_replaced')).toHaveLength(1);
    const [match, message] = ['GET /open_api/v1.3/subscription/get/', 'No permission for this entity'];
    await connector().sandbox.fault({ match, kind: 'error_code', code: '40001', message, times: 1 });
    await check();
    expect(await open('webhooks_replaced')).toEqual([]);
    expect(await open('webhooks_refused')).toMatchObject([{ detail: expect.stringContaining(message) }]);

    await check();
    expect(await open('webhooks_refused')).toEqual([]);
  });
});

describe('a token that TikTok no longer accepts', () => {
  beforeEach(() => eventually(isComplete));

  it('silences its webhooks, which is a notice until the ads are reconnected and subscribed again', async () => {
    const before = await listedIds();
    await connector().sandbox.control('/business/tokens/revoke', { family: 'advertiser' });
    // TikTok goes on listing them, and sends nothing.
    expect(await listedIds()).toEqual(before);
    await check();
    const [notice] = await open('webhooks_silenced');
    expect(notice).toMatchObject({
      subject: { type: 'integration', id: parts.integrationId },
      detail: expect.stringContaining(`${accounts.length} ad accounts`),
    });
    expect(notice?.title.length).toBeLessThanOrEqual(60);
    expect(await verdict()).toMatchObject({ detail: expect.stringContaining('no longer accepts the token') });

    await parts.connectAds();
    await eventually(async () => {
      const all = await listedIds();
      return all.length === before.length && all.every((id) => !before.includes(id));
    }, 20_000);
    await eventually(async () => (await open('webhooks_silenced')).length === 0, 20_000);
    await check();
    expect(await isComplete()).toBe(true);
  }, 60_000);

  it('is no alarm while TikTok does not answer', async () => {
    const match = 'GET /open_api/v1.3/oauth2/advertiser/get/';
    await connector().sandbox.fault({ match, kind: 'http500_html', times: 3 });
    await check();
    expect(await open('webhooks_silenced')).toEqual([]);
  });
});

describe('an ad account that is disconnected', () => {
  it('has no subscriptions any longer', async () => {
    await connector().database.query('UPDATE ad_accounts SET accessible = false WHERE advertiser_id = $1', [
      accounts[0]?.advertiserId,
    ]);
    const before = (await listedIds()).length;
    await check();
    expect(await listedIds()).toHaveLength(before - 3);
    expect(await open('webhooks_replaced')).toEqual([]);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { adTenant, type AdTenant } from '../../support/given/ad-tenant.js';

type Item = Record<string, unknown>;

const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { appLevel: 'ultimate' } },
});

let tenant: AdTenant;
beforeAll(async () => {
  tenant = await adTenant(connector());
}, 30_000);

async function tool<Body = { items: Item[]; asOf: string }>(name: string, query = ''): Promise<Body> {
  const path = `/api/ads/tools/${name}?accountId=${tenant.accountId}${query}`;
  const { status, body } = await tenant.api.get<Body>(path);
  expect(status).toBe(200);
  return body;
}

describe('GET /api/ads/tools', () => {
  it.each([
    ['identities', { id: expect.any(String), type: expect.any(String), available: expect.any(Boolean) }],
    ['pixels', { id: expect.any(String), name: expect.any(String), events: expect.any(Array) }],
    ['regions', { id: '6252001', name: 'United States', code: 'US', level: 'COUNTRY', parentId: null }],
    ['languages', { code: 'en', name: 'English' }],
    ['interests', { id: expect.any(String), name: expect.any(String), childIds: expect.any(Array) }],
    ['apps', { id: expect.any(String), platform: 'ANDROID', packageName: 'com.example.shop' }],
    ['music', { id: expect.any(String), name: expect.any(String), url: expect.any(String) }],
  ])('lists %s', async (name, item) => {
    const { items, asOf } = await tool(name);

    expect(items).toContainEqual(expect.objectContaining(item));
    expect(Date.parse(asOf)).not.toBeNaN();
  });

  it('lists the account’s identities with what each can do', async () => {
    const { items } = await tool('identities');
    const own = items.find((one) => one.type === 'TT_USER' && one.username === tenant.username);

    expect(own).toMatchObject({ available: true, canPromotePosts: true, canPostVideos: true });
    expect(items.find((one) => one.type === 'CUSTOMIZED_USER')).toMatchObject({ available: false });
  });

  it('lists calls to action with texts that TikTok recommends for a destination', async () => {
    const body = await tool<{ items: string[]; recommended: Item[] }>(
      'call-to-actions',
      '&destination=APP_DOWNLOAD',
    );

    expect(body.items).toContain('SHOP_NOW');
    expect(body.recommended).toContainEqual({ text: 'Install now', assetIds: expect.any(Array) });
  });

  it('finds music by a text', async () => {
    const all = await tool('music');
    const name = String(all.items[0]?.name);

    const found = await tool('music', `&text=${encodeURIComponent(name)}`);

    expect(found.items.map((one) => one.name)).toContain(name);
  });

  it('keeps what TikTok rarely changes for a while', async () => {
    const endpoint = 'GET /open_api/v1.3/tool/language/';
    const other = tenant.accountIds[1] ?? '';
    await tool('languages');
    const before = await connector().sandbox.calls(endpoint);

    await tool('languages');
    expect((await connector().sandbox.calls(endpoint)) - before).toBe(0);

    await tenant.api.get(`/api/ads/tools/languages?accountId=${other}`);
    expect((await connector().sandbox.calls(endpoint)) - before).toBe(1);
  });

  it('refuses an account that is not connected, also for kept answers', async () => {
    await tool('languages');
    const stranger = connector().api();

    const { status, body } = await stranger.get<ProblemBody>(
      `/api/ads/tools/languages?accountId=${tenant.accountId}`,
    );

    expect([status, body.code]).toEqual([403, 'ad_account_not_connected']);
  });

  it('names the field when no account is given', async () => {
    const { status, body } = await tenant.api.get<ProblemBody>('/api/ads/tools/pixels');
    expect([status, body.errors?.[0]?.field]).toEqual([400, 'accountId']);
  });
});

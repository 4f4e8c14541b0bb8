import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from 'tiktok-sandbox/testing';
import { follow, RETURN_URL } from '../../support/given/consent.js';
import { useConnector } from '../../support/connector.js';
import type { ApiClient } from '../../support/api-client.js';

// The tests give far more consents per second than a Basic app may call the Business API.
const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { appLevel: 'ultimate' } },
});
const SCOPES = ['user.info.basic', 'user.info.profile', 'video.list', 'business.creator.insights'];

interface Integration {
  id: string;
  missingScopes: string[];
  families: { login: boolean; account: boolean; advertiser: boolean };
}
interface Page<T> {
  items: T[];
}

async function integrationOf(api: ApiClient): Promise<Integration | undefined> {
  return (await api.get<Page<Integration>>('/api/integrations')).body.items[0];
}

/** Follows the consent pages, approved or denied, until the browser is back at the admin UI. */
async function browse(start: string, answer: (page: URL) => void): Promise<{ landed: URL; pages: URL[] }> {
  const pages: URL[] = [];
  let url = new URL(start);
  for (let hop = 0; hop < 10 && !url.href.startsWith(RETURN_URL); hop += 1) {
    if (!url.pathname.startsWith('/connect/')) {
      pages.push(new URL(url));
      answer(url);
    }
    url = await follow(url.href);
  }
  return { landed: url, pages };
}

const approve = (username: string) => (page: URL) => {
  page.searchParams.set('sandbox_auto_approve', '1');
  page.searchParams.set('sandbox_account', username);
};

async function account(): Promise<string> {
  const username = `user_${randomUUID().slice(0, 8)}`;
  await connector().sandbox.control('/accounts', { username, videos: 1 });
  return username;
}

async function authUrl(api: ApiClient, more: object = {}): Promise<string> {
  const body = { scopes: SCOPES, returnUrl: RETURN_URL, ...more };
  return (await api.provider<{ authUrl: string }>('get-auth-url', body)).body.authUrl;
}

/** Combines the login of one TikTok account with the Business consent of another. @returns the final warning */
async function mixed(more: object = {}, businessScopes?: string) {
  const api = connector().api();
  const [first, second] = [await account(), await account()];
  const { landed } = await browse(await authUrl(api, more), (page) => {
    const business = page.searchParams.get('client_key') !== 'sandbox-client-key';
    approve(business ? second : first)(page);
    if (business && businessScopes) page.searchParams.set('sandbox_scopes', businessScopes);
  });
  const families = (await integrationOf(api))?.families;
  return { warning: landed.searchParams.get('warning'), account: families?.account, second };
}

describe('get-auth-url with Business scopes', () => {
  it('redirects to a second consent automatically, and connects both families', async () => {
    const api = connector().api();
    const { landed, pages } = await browse(await authUrl(api), approve(await account()));
    expect(pages.map((page) => page.searchParams.get('client_key'))).toEqual([
      'sandbox-client-key',
      '7400000000000000001',
    ]);
    expect(pages[0]?.searchParams.get('scope')).not.toContain('business.creator.insights');
    expect(Object.fromEntries(landed.searchParams)).toMatchObject({ status: 'connected' });
    expect(landed.searchParams.has('warning')).toBe(false);
    expect(await integrationOf(api)).toMatchObject({
      missingScopes: [],
      families: { login: true, account: true, advertiser: false },
    });
  });

  it('skips the second consent when it was given before', async () => {
    const api = connector().api();
    const username = await account();
    await browse(await authUrl(api), approve(username));
    const { pages } = await browse(await authUrl(api), approve(username));
    expect(pages).toHaveLength(1);
  });

  it('repeats the second consent when a box was left unticked', async () => {
    const api = connector().api();
    const username = await account();
    const unticked = (page: URL) => {
      approve(username)(page);
      const business = page.searchParams.get('client_key') !== 'sandbox-client-key';
      if (business)
        page.searchParams.set('sandbox_scopes', 'user.info.basic,user.info.username,comment.list');
    };
    await browse(await authUrl(api), unticked);
    expect((await browse(await authUrl(api), approve(username))).pages).toHaveLength(2);
    expect((await browse(await authUrl(api), approve(username))).pages).toHaveLength(1);
  });

  it('connects the account without a denied second consent, and says what is missing', async () => {
    const api = connector().api();
    const username = await account();
    const { landed } = await browse(await authUrl(api), (page) => {
      const business = page.searchParams.get('client_key') !== 'sandbox-client-key';
      if (business) page.searchParams.set('sandbox_deny', '1');
      else approve(username)(page);
    });
    expect(Object.fromEntries(landed.searchParams)).toMatchObject({
      status: 'connected',
      warning: 'account_access_denied',
    });
    expect(await integrationOf(api)).toMatchObject({
      missingScopes: ['business.creator.insights'],
      families: { login: true, account: false },
    });
  });

  it('refuses and revokes the Business consent of another TikTok account', async () => {
    const { second, ...outcome } = await mixed();
    expect(outcome).toEqual({ warning: 'account_different_account', account: false });
    const { consents } = await connector().sandbox.control('/business/tokens/expire', { account: second });
    expect(consents).toBe(0);
    const left = await connector().database.query(
      `SELECT 1 FROM credentials c WHERE family = 'account'
         AND NOT EXISTS (SELECT FROM integrations i WHERE i.account_credential_id = c.id)`,
    );
    expect(left).toEqual([]);
  });

  it('accepts the Business consent of another TikTok account with allowDifferentAccount', async () => {
    expect(await mixed({ allowDifferentAccount: true })).toMatchObject({ warning: null, account: true });
  });

  it('accepts a Business consent without a username', async () => {
    expect(await mixed({}, 'user.info.basic,comment.list')).toMatchObject({ warning: null, account: true });
  });
});

describe('get-auth-url with integrationId', () => {
  it('refuses another TikTok account without allowDifferentAccount', async () => {
    const api = connector().api();
    const [first, second] = [await account(), await account()];
    await browse(await authUrl(api), approve(first));
    const integrationId = (await integrationOf(api))?.id;

    const refused = await browse(await authUrl(api, { integrationId }), approve(second));
    expect(Object.fromEntries(refused.landed.searchParams)).toEqual({
      status: 'error',
      code: 'different_account',
    });

    const confirmed = { integrationId, allowDifferentAccount: true };
    const taken = await browse(await authUrl(api, confirmed), approve(second));
    expect(taken.landed.searchParams.get('status')).toBe('connected');
    expect((await api.get<Page<Integration>>('/api/integrations')).body.items).toHaveLength(2);
  });

  it('returns 404 for an unknown integration', async () => {
    const body = { scopes: SCOPES, returnUrl: RETURN_URL, integrationId: randomUUID() };
    expect((await connector().api().provider('get-auth-url', body)).status).toBe(404);
  });
});

describe('get-ads-auth-url', () => {
  it('stores each granted ad account with its currency and time zone', async () => {
    const api = connector().api();
    await browse(await authUrl(api, { scopes: ['user.info.basic'] }), approve(await account()));
    const { body } = await api.provider<{ authUrl: string }>('get-ads-auth-url', { returnUrl: RETURN_URL });
    const { landed } = await browse(body.authUrl, (page) =>
      page.searchParams.set('sandbox_auto_approve', '1'),
    );
    expect(landed.searchParams.get('status')).toBe('connected');

    const items = await eventually(async () => {
      const { body: page } = await api.get<Page<Record<string, unknown>>>('/api/ad-accounts');
      return page.items.length > 0 && page.items;
    });
    expect(items.map(({ currency }) => currency).toSorted()).toEqual(['JPY', 'USD']);
    for (const item of items) {
      expect(item.advertiserId).toMatch(/^\d{19}$/);
      expect(item).toMatchObject({
        accessible: true,
        name: expect.any(String),
        timeZone: expect.any(String),
      });
    }
    expect(await integrationOf(api)).toMatchObject({ families: { advertiser: true } });
  });

  it('requires a connected account and a listed return address', async () => {
    const api = connector().api();
    expect((await api.provider('get-ads-auth-url', { returnUrl: RETURN_URL })).status).toBe(409);
    expect((await api.provider('get-ads-auth-url', { returnUrl: 'https://evil.example/' })).status).toBe(400);
  });
});

describe('GET /api/integrations/:id', () => {
  it('shows capabilities with reasons and token lifetimes, but no token', async () => {
    const api = connector().api();
    await browse(await authUrl(api), approve(await account()));
    const id = (await integrationOf(api))?.id ?? '';
    const { body, status } = await api.get<{
      capabilities: { capability: string; available: boolean; reason?: string }[];
      tokens: { family: string; accessExpiresAt: string }[];
      quotas: object[];
      lastErrors: object[];
    }>(`/api/integrations/${id}`);
    expect(status).toBe(200);
    const of = (name: string) => body.capabilities.find(({ capability }) => capability === name);
    expect(of('list_videos')).toEqual({ capability: 'list_videos', available: true });
    expect(of('read_comments')?.available).toBe(true);
    // video.publish was not requested.
    expect(of('publish_public')).toMatchObject({
      available: false,
      reason: expect.stringContaining('video.publish'),
    });
    expect(of('ads')?.reason).toContain('not been given');
    expect(body.tokens.map(({ family }) => family)).toEqual(['login', 'account']);
    expect(body.quotas).toEqual(
      expect.arrayContaining([{ quota: 'posts_per_day', used: 0, limit: 15, windowSeconds: 86_400 }]),
    );
    expect(body.lastErrors).toEqual([]);
    expect(JSON.stringify(body)).not.toMatch(/act\.|rft\.|v1\.test/);
  });

  it('returns 404 for another organisation', async () => {
    const tenant = await connector().tenant();
    expect((await connector().api().get(`/api/integrations/${tenant.integrationId}`)).status).toBe(404);
  });

  it('explains why a publication is refused before TikTok is called', async () => {
    const api = connector().api();
    await browse(await authUrl(api), approve(await account()));
    const calls = await connector().sandbox.calls('POST /v2/post/publish/creator_info/query/');
    const { status, body } = await api.provider('init-video-upload', {
      title: 'x',
      privacyLevel: 'SELF_ONLY',
    });
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'capability_missing' });
    expect(body.detail).toContain('video.publish');
    expect(await connector().sandbox.calls('POST /v2/post/publish/creator_info/query/')).toBe(calls);
  });

  it('explains why a sync is refused before TikTok is called, when no account can do it', async () => {
    const api = connector().api();
    await browse(await authUrl(api, { scopes: ['user.info.basic'] }), approve(await account()));
    const sync = (syncType: string) => api.post('/api/sync/trigger', { platform: 'tiktok', syncType });
    const calls = await connector().sandbox.calls('POST /v2/video/list/');

    const { status, body } = await sync('videos');

    expect({ status, code: body.code }).toEqual({ status: 409, code: 'capability_missing' });
    expect(body.detail).toContain('video.list was not requested');
    // The scope that the videos lack does not block the profile's sync.
    expect((await sync('all')).status).toBe(202);
    await eventually(async () => {
      const { body: page } = await api.get<Page<{ syncType: string; status: string }>>('/api/sync/runs');
      const ends = page.items.map((run) => `${run.syncType} ${run.status}`).toSorted();
      return ends.every((end) => ['profile succeeded', 'videos cancelled'].includes(end)) && ends.length > 0;
    });
    expect(await connector().sandbox.calls('POST /v2/video/list/')).toBe(calls);
  });
});

import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient } from '../../support/api-client.js';
import { ConnectedParts } from '../../support/given/connected-parts.js';
import { useConnector } from '../../support/connector.js';
import { follow, RETURN_URL } from '../../support/given/consent.js';
import { allTokenCalls, approve, callbackOf, FAMILIES } from '../../support/given/family-consent.js';
import type { OpenApiDocument } from '../../support/contract.js';

// The tests give more consents per second than a Basic app may call.
const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { appLevel: 'ultimate' } },
});

/** The requests by which browsers and bots probe an address without visiting it. */
const LOOKS: [name: string, init: RequestInit][] = [
  ['HEAD', { method: 'HEAD' }],
  [
    'HEAD of a link-preview robot',
    { method: 'HEAD', headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0' } },
  ],
  ['Sec-Purpose: prefetch', { headers: { 'sec-purpose': 'prefetch' } }],
  ['Sec-Purpose: prefetch;prerender', { headers: { 'sec-purpose': 'prefetch;prerender' } }],
  ['Purpose: prefetch', { headers: { purpose: 'prefetch' } }],
  ['X-Moz: prefetch', { headers: { 'x-moz': 'prefetch' } }],
  ['Sec-Fetch-Dest: image', { headers: { 'sec-fetch-dest': 'image' } }],
];

let api: ApiClient;
let account: string;
beforeEach(async () => {
  api = connector().api();
  account = `user_${randomUUID().slice(0, 8)}`;
  await connector().sandbox.control('/accounts', { username: account, videos: 0 });
});

const look = (url: string, init: RequestInit) => fetch(url, { redirect: 'manual', ...init });
const states = () =>
  connector().database.query('SELECT state_hash, used_at FROM oauth_states ORDER BY state_hash');

describe.each(FAMILIES)('the OAuth callback (%s)', (family) => {
  it('keeps the sign-in for the browser after a HEAD or a prefetch', async () => {
    const callback = await callbackOf(family, api, account);
    const [before, calls] = [await states(), await allTokenCalls(connector().sandbox)];

    for (const [name, init] of LOOKS) {
      const answer = await look(callback.href, init);
      expect([name, answer.status, answer.headers.get('location')]).toEqual([name, 204, null]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }

    expect(await states()).toEqual(before);
    expect(await allTokenCalls(connector().sandbox)).toBe(calls);
    const visit = await look(callback.href, { headers: { 'sec-fetch-dest': 'document' } });
    expect(visit.status).toBe(302);
    expect(visit.headers.get('location')).toContain('status=connected');
    expect(Object.fromEntries(visit.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
  });

  it('forbids caching of refusals too', async () => {
    const answer = await look(`${connector().url}/connect/oauth/tiktok/callback?state=x&code=y`, {});

    expect(answer.status).toBe(400);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
  });
});

describe('a login that continues to the second consent', () => {
  it('continues to it again after a reload, without another token call', async () => {
    const scopes = ['user.info.basic', 'user.info.profile', 'business.creator.insights'];
    const body = { scopes, returnUrl: RETURN_URL };
    const { authUrl } = (await api.provider<{ authUrl: string }>('get-auth-url', body)).body;
    const callback = await approve(authUrl, account);
    const first = await follow(callback.href);
    const calls = await allTokenCalls(connector().sandbox);

    const again = await follow(callback.href);

    expect(again.origin + again.pathname).toBe(first.origin + first.pathname);
    expect(again.searchParams.get('client_key')).toBe('7400000000000000001');
    expect(await allTokenCalls(connector().sandbox)).toBe(calls);
    const landed = await follow((await approve(again.href, account)).href);
    expect(landed.searchParams.get('status')).toBe('connected');
    // Nothing is missing now, so the same reload ends at the admin UI.
    expect((await follow(callback.href)).href).toBe(landed.href);
  });
});

describe('a reconnect link', () => {
  it('begins no consent for a HEAD or a prefetch', async () => {
    const connected = await ConnectedParts.connect(connector());
    await connected.end('account');
    const [notice] = await connected.untilTold('consent_ended');
    const before = await states();

    for (const [name, init] of LOOKS)
      expect([name, (await look(notice?.actionUrl ?? '', init)).status]).toEqual([name, 204]);

    expect(await states()).toEqual(before);
    const visit = await look(notice?.actionUrl ?? '', {});
    expect(visit.status).toBe(302);
    expect(visit.headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('HEAD on every GET route', () => {
  it('responds without a body, a call to TikTok or a changed row', async () => {
    const tenant = await connector().tenant({ videos: 1 });
    await eventually(async () => {
      const rows = await connector().database.query('SELECT 1 FROM integrations WHERE due_at IS NOT NULL');
      return rows.length === 0;
    });
    const { body: document } = await connector().anonymous.get<OpenApiDocument>('/api/openapi.json');
    const paths = Object.entries(document.paths).flatMap(([path, item]) => ('get' in item ? [path] : []));
    expect(paths.length).toBeGreaterThan(15);
    const before = await everything();

    for (const path of paths) {
      const url = connector().url + path.replaceAll(/\{\w+\}/g, tenant.integrationId);
      const headers = {
        orgid: tenant.organisationId,
        authorization: `Bearer ${connector().token(tenant.organisationId)}`,
      };
      const answer = await fetch(url, {
        method: 'HEAD',
        redirect: 'manual',
        headers,
        signal: AbortSignal.timeout(5_000),
      });
      expect([path, answer.status < 500, await answer.text()]).toEqual([path, true, '']);
    }

    expect(await everything()).toEqual(before);
  }, 60_000);
});

/** The possible effects of a GET: calls to TikTok, and rows. */
async function everything(): Promise<unknown> {
  const { calls } = await connector().sandbox.read<{ calls: Record<string, number> }>('/counters');
  const rows = await connector().database.query<{ table_name: string }>(
    `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const counts: unknown[] = [];
  for (const { table_name: table } of rows)
    counts.push([table, await connector().database.query(`SELECT count(*) AS n FROM ${table}`)]);
  return { calls, counts };
}

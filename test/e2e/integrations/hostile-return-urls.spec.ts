import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApiClient, ProblemBody } from '../../support/api-client.js';
import { RETURN_URL } from '../../support/given/consent.js';
import { useConnector } from '../../support/connector.js';
import { allTokenCalls, callbackOf, FAMILIES } from '../../support/given/family-consent.js';

const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { appLevel: 'ultimate' } },
});
const ACTIONS = ['get-auth-url', 'get-ads-auth-url'];
/** The allowed origins: RETURN_URL_ORIGINS of a development service, and the service itself. */
const listed = () => ['https://admin.example', 'http://localhost:5173', connector().url];

/** A foreign server that must never be called. */
const evil = createServer((socket) => {
  callsOfEvil += 1;
  socket.destroy();
});
let callsOfEvil = 0;
let evilUrl: string;

beforeAll(async () => {
  evil.listen(0, '127.0.0.1');
  await once(evil, 'listening');
  evilUrl = `http://127.0.0.1:${(evil.address() as AddressInfo).port}`;
});
afterAll(() => void evil.close());

const HOSTILE = [
  // Other hosts, some that resemble ours.
  'https://evil.example/',
  'https://evil.example/https://admin.example/',
  'https://evil.example/?next=https://admin.example/',
  'https://evil.example/#https://admin.example/',
  'https://evil.example#@admin.example/',
  'https://evil.example?@admin.example/',
  'https://evil.example;@admin.example/',
  'https://admin.example.evil.example/',
  'https://admin.exampleevil.example/',
  'https://admin-example.evil.example/',
  'https://evil-admin.example/',
  'https://sub.admin.example/',
  'https://admin.example.com/',
  'https://admin.exampl/',
  'https://admin.example./',
  'https://adm%69n.example.evil.example/',
  'https://admin。example.evil.example/',
  'https://аdmin.example/',
  'https://xn--dmin-5na.example/',
  'https://admin.example%2eevil.example/',
  'https://admin.example%00.evil.example/',
  'https://admin.example%20.evil.example/',
  'https://*.example/',
  'https://*/',
  // User names and passwords before the host.
  'https://admin.example@evil.example/',
  'https://admin.example:443@evil.example/',
  'https://admin.example%40evil.example@evil.example/',
  'https://user@admin.example/',
  'https://user:pass@admin.example/',
  'https://:pass@admin.example/',
  // Backslashes, blanks and control characters, which browsers drop or convert.
  'https://evil.example\\@admin.example/',
  'https://admin.example\\@evil.example/',
  'https:\\\\admin.example/',
  'https:\\\\evil.example/',
  'https:/\\evil.example/',
  'https://admin.example/\\evil.example/',
  'https://admin.example\t/',
  'https://admin.ex\nample/',
  'https://admin.example/\r\nLocation: https://evil.example/',
  'https://admin.example/\r\nSet-Cookie: a=b',
  'https://admin.example/\0',
  ' https://admin.example/',
  'https://admin.example/ ',
  '\u0001https://admin.example/',
  'https://admin.example/\u0085',
  'https://admin.example/\u2028',
  'https://admin.example/\u00a0',
  // Other schemes and ports.
  'http://admin.example/',
  'https://admin.example:444/',
  'https://admin.example:80/',
  'https://localhost:5173/',
  'http://localhost:51730/',
  'http://localhost:517/',
  'http://localhost/',
  'http://127.0.0.1:5173/',
  'http://[::1]:5173/',
  'http://0.0.0.0:5173/',
  'http://localhost.evil.example:5173/',
  'ftp://admin.example/',
  'ws://admin.example/',
  'wss://admin.example/',
  'file:///etc/passwd',
  'file://admin.example/etc/passwd',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'javascript://admin.example/%0aalert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)',
  'blob:https://admin.example/1',
  'about:blank',
  'intent://admin.example/#Intent;scheme=https;end',
  'mailto:a@admin.example',
  // Nested addresses.
  'http://169.254.169.254/latest/meta-data/',
  'http://[::ffff:169.254.169.254]/',
  'http://2130706433:5432/',
  'http://0x7f.1:6379/',
  'http://10.0.0.1/',
  'gopher://127.0.0.1:6379/_FLUSHALL',
  // Not absolute.
  '',
  '/',
  '/integrations',
  '//admin.example/',
  '//evil.example/',
  '///evil.example/',
  '\\\\evil.example',
  '?returnUrl=https://evil.example/',
  '#',
  'admin.example',
  'admin.example/integrations',
  'https://',
  'https://:443/',
  'https://[admin.example]/',
  'https://admin.example:99999/',
  'null',
  'undefined',
  `https://admin.example/${'a'.repeat(2001)}`,
];

/** Values that are not text. */
const MALFORMED = [null, 1, true, {}, { href: 'https://admin.example/' }, [], ['https://admin.example/']];

let api: ApiClient;
beforeEach(() => {
  api = connector().api();
});

function ask(action: string, returnUrl: unknown, from = api) {
  const scopes = action === 'get-auth-url' ? { scopes: ['video.list'] } : {};
  return from.provider<ProblemBody & { authUrl?: string }>(action, { ...scopes, returnUrl });
}

/** Counts all calls that TikTok received. */
async function callsOfTikTok(): Promise<number> {
  const { calls } = await connector().sandbox.read<{ calls: Record<string, number> }>('/counters');
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}

describe.each(ACTIONS)('%s', (action) => {
  it('refuses more than 60 hostile return addresses, names the field, and calls no server', async () => {
    expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(60);
    const before = await callsOfTikTok();
    const accepted: unknown[] = [];

    for (const url of [...HOSTILE, ...MALFORMED, evilUrl, `${evilUrl}/@admin.example/`]) {
      const { status, headers, body } = await ask(action, url);
      const named = body.errors?.some(({ field }) => field === 'returnUrl');
      if (status !== 400 || !named || headers.get('location') || body.authUrl) accepted.push(url);
    }

    expect(accepted).toEqual([]);
    expect(await callsOfTikTok()).toBe(before);
    expect(callsOfEvil).toBe(0);
  });

  it('requires a return address', async () => {
    const { status, body } = await ask(action, undefined);

    expect(status).toBe(400);
    expect(new Set(body.errors?.map(({ field }) => field))).toEqual(new Set(['returnUrl']));
  });

  it('ignores return addresses elsewhere in the request', async () => {
    const path = `/api/upstream/call/tiktok-provider/${action}?returnUrl=${encodeURIComponent(RETURN_URL)}`;
    const { status } = await api.post(path, { scopes: ['video.list'], url: RETURN_URL });

    expect(status).toBe(400);
  });
});

describe('an unusual spelling of a listed address', () => {
  it.each([
    'https:admin.example/i',
    'https:/admin.example/i',
    'https:///admin.example/i',
    'HTTPS://ADMIN.EXAMPLE:443/i',
    'https://admin%2eexample/i',
    'https://ａｄｍｉｎ.example/i',
    'https://admin.example/../../i',
    'https://admin.example/i?next=https://evil.example/',
    'https://admin.example//evil.example/',
    'https://admin.example/@evil.example/',
    'https://admin.example/%5cevil.example/',
    'https://admin.example/%0d%0aLocation:%20https://evil.example/',
  ])('is refused, or leads to the listed host: %s', async (returnUrl) => {
    const { status, body } = await ask('get-auth-url', returnUrl);
    if (status === 400) return;
    const page = new URL(body.authUrl ?? '');
    page.searchParams.set('sandbox_deny', '1');
    const callback = await fetch(page, { redirect: 'manual' });

    const landing = await fetch(callback.headers.get('location') ?? '', { redirect: 'manual' });

    expect(landing.status).toBe(302);
    const location = landing.headers.get('location') ?? '';
    expect(location.startsWith('https://admin.example/')).toBe(true);
    expect(listed()).toContain(new URL(location).origin);
    expect(Object.fromEntries(landing.headers)).not.toHaveProperty('set-cookie');
  });
});

function visit(url: URL): Promise<Response> {
  return fetch(url, { redirect: 'manual' });
}

const SMUGGLED = [
  'returnUrl',
  'return_url',
  'redirect_uri',
  'redirect',
  'url',
  'next',
  'callback',
  'RelayState',
];

describe.each(FAMILIES)('the OAuth callback (%s)', (family) => {
  let account: string;
  beforeEach(async () => {
    account = `user_${randomUUID().slice(0, 8)}`;
    await connector().sandbox.control('/accounts', { username: account, videos: 0 });
  });

  it('goes to the agreed address despite others in its query', async () => {
    const callback = await callbackOf(family, api, account);
    for (const name of SMUGGLED) callback.searchParams.append(name, `${evilUrl}/`);
    // The consent itself fails, so that the error redirect is tested too.
    for (const name of ['code', 'auth_code']) callback.searchParams.delete(name);
    callback.searchParams.set('error', `${evilUrl}/`);
    callback.searchParams.set('error_description', `${evilUrl}/`);

    const location = (await visit(callback)).headers.get('location') ?? '';

    expect(location.split('?')[0]).toBe(RETURN_URL);
    expect(location).not.toContain(new URL(evilUrl).host);
    expect(callsOfEvil).toBe(0);
  });

  it('connects and goes to the agreed address despite others in its query', async () => {
    const callback = await callbackOf(family, api, account);
    for (const name of SMUGGLED) callback.searchParams.append(name, `${evilUrl}/`);

    const location = (await visit(callback)).headers.get('location') ?? '';

    expect(location.split('?')[0]).toBe(RETURN_URL);
    expect(new URL(location).searchParams.get('status')).toBe('connected');
    expect(location).not.toContain(new URL(evilUrl).host);
    expect(callsOfEvil).toBe(0);
  });

  it('redirects nowhere when the state is an address', async () => {
    const callback = await callbackOf(family, api, account);
    const calls = await allTokenCalls(connector().sandbox);

    for (const url of [...HOSTILE, evilUrl, RETURN_URL]) {
      const bent = new URL(callback);
      bent.searchParams.set('state', url);
      const answer = await visit(bent);
      expect({ status: answer.status, location: answer.headers.get('location') }).toEqual({
        status: 400,
        location: null,
      });
    }

    expect(await allTokenCalls(connector().sandbox)).toBe(calls);
    expect(callsOfEvil).toBe(0);
  });
});

describe('the redirect URI for TikTok', () => {
  it('is the configured one, whatever host the request names', async () => {
    const claims = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'ftp',
      forwarded: 'host=evil.example',
    };

    const { body } = await ask(
      'get-auth-url',
      RETURN_URL,
      api.with({ ...claims, origin: 'https://evil.example' }),
    );

    const redirectUri = new URL(body.authUrl ?? '').searchParams.get('redirect_uri');
    expect(redirectUri).toBe(`${connector().url}/connect/oauth/tiktok/callback`);
  });
});

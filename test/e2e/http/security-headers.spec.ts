import { describe, expect, it } from '@jest/globals';
import { useConnector, type RunningConnector } from '../../support/connector.js';
import { clip } from '../../support/given/videos.js';
import { begin } from '../../support/given/publications.js';
import { RawHttp } from '../../support/raw-http.js';
import { deliver, delivery } from '../../support/given/webhook-deliveries.js';

const OWNERSHIP = 'tiktokAbC.txt';
const connector = useConnector({
  environment: {
    CORS_ORIGINS: 'https://admin.example',
    TIKTOK_VERIFICATION_FILES: JSON.stringify({ [OWNERSHIP]: 'tiktok-developers-site-verification=AbC' }),
  },
});
const ACTION = '/api/upstream/call/tiktok-provider';

type Ask = (connector: RunningConnector) => Promise<Headers>;

function expectSafe(headers: Headers): void {
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
  });
  for (const telling of ['server', 'x-powered-by', 'strict-transport-security'])
    expect(headers.get(telling)).toBeNull();
}

/** An answer to what is written by hand. */
const raw =
  (head: string): Ask =>
  async ({ url }) => {
    const connection = await RawHttp.to(url);
    connection.write(head);
    const [top = ''] = (await connection.closed()).split('\r\n\r\n');
    const lines = top.split('\r\n').slice(1);
    return new Headers(lines.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
  };

const plain =
  (path: string, init: RequestInit = {}): Ask =>
  async ({ url }) =>
    (await fetch(new URL(path, url), { redirect: 'manual', ...init })).headers;

const END = '\r\nhost: x\r\nconnection: close\r\n\r\n';
const KEPT_BY_NO_ONE: [string, Ask][] = [
  ['a list', async (running) => (await running.api().get('/api/integrations')).headers],
  [
    'an event stream',
    async (running) => {
      const abort = new AbortController();
      const headers = { authorization: `Bearer ${running.token('acme')}`, orgid: 'acme' };
      const answer = await fetch(`${running.url}/api/notifications/stream`, {
        headers,
        signal: abort.signal,
      });
      abort.abort();
      return answer.headers;
    },
  ],
  [
    'a consent',
    async (running) =>
      (
        await running
          .api()
          .provider('get-auth-url', { scopes: ['video.list'], returnUrl: 'https://admin.example/' })
      ).headers,
  ],
  ['a missing token', plain('/api/integrations')],
  ['a wrong body', async (running) => (await running.api().provider('init-video-upload', {})).headers],
  [
    'a body that is no JSON',
    plain(`${ACTION}/init-video-upload`, {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'application/json' },
    }),
  ],
  [
    'a body of another type',
    plain('/api/sync/trigger', {
      method: 'POST',
      body: '<x/>',
      headers: { 'content-type': 'application/xml' },
    }),
  ],
  ['a path that does not exist', plain('/nowhere')],
  ['a callback with an unknown state', plain('/connect/oauth/tiktok/callback?code=x&state=y')],
  ['a reconnect link that is none', plain('/connect/tiktok/reconnect?integration=x')],
  ['an upload link that is none', plain('/uploads/x', { method: 'PUT', body: 'x' })],
  ['a tus link that is none', plain('/uploads/x/tus', { method: 'HEAD' })],
  [
    'an upload',
    async (running) => {
      const { api } = await running.tenant();
      const { uploadUrl } = await begin(api);
      return (await api.send('PUT', uploadUrl, { body: new Blob([await clip()]) })).headers;
    },
  ],
  ['a signed webhook', async (running) => (await deliver(running.anonymous, delivery())).headers],
  ['a forged webhook', plain('/connect/webhook/tiktok', { method: 'POST', body: '{}' })],
  ['a health check', plain('/health/ready')],
  [
    'a preflight',
    plain('/api/integrations', {
      method: 'OPTIONS',
      headers: { origin: 'https://admin.example', 'access-control-request-method': 'GET' },
    }),
  ],
  [
    'an OPTIONS that is no preflight',
    plain('/api/integrations', { method: 'OPTIONS', headers: { origin: 'https://admin.example' } }),
  ],
  [
    'a preflight of another origin',
    plain('/api/integrations', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
    }),
  ],
  ['a media file that is not there', plain('/tiktok-verification/media/x/y.mp4')],
  ['a path that cannot be decoded', raw(`GET /%zz HTTP/1.1${END}`)],
  ['a part of the path without end', raw(`POST ${ACTION}/${'x'.repeat(500)} HTTP/1.1${END}`)],
  ['headers without end', raw(`GET / HTTP/1.1\r\nx-long: ${'x'.repeat(20_000)}${END}`)],
  ['a method that does not exist', raw(`FETCH / HTTP/1.1${END}`)],
  ['an expectation that is unknown', raw(`GET /health/live HTTP/1.1\r\nexpect: a-miracle${END}`)],
  ['a request without a host', raw('GET /health/live HTTP/1.1\r\nconnection: close\r\n\r\n')],
  ['a question about the server', raw(`OPTIONS * HTTP/1.1${END}`)],
  ['a star for a path', raw(`GET * HTTP/1.1${END}`)],
  ['no HTTP at all', raw(`hello${END}`)],
];

describe('security headers', () => {
  it.each(KEPT_BY_NO_ONE)('are on the answer to %s, which is not cacheable', async (_what, ask) => {
    const headers = await ask(connector());

    expectSafe(headers);
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('x-request-id')).toEqual(expect.any(String));
  });

  it('are on an ownership file, which is cacheable', async () => {
    const headers = await plain(`/tiktok-verification/${OWNERSHIP}`)(connector());

    expectSafe(headers);
    expect(headers.get('cache-control')).toBe('public, max-age=300');
  });

  it('let a page of a listed origin read the answer', async () => {
    const headers = await plain('/api/integrations', { headers: { origin: 'https://admin.example' } })(
      connector(),
    );

    expectSafe(headers);
    expect(headers.get('access-control-allow-origin')).toBe('https://admin.example');
  });

  it('let the documentation page load its own files', async () => {
    const headers = await plain('/api/docs')(connector());

    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('x-frame-options')).toBe('DENY');
  });
});

it('the documentation page has no inline script, which its policy forbids', async () => {
  const page = await (await fetch(`${connector().url}/api/docs`)).text();
  const scripts = [...page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];

  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes, inner] of scripts) {
    expect(attributes).toMatch(/src=/);
    expect(inner?.trim()).toBe('');
  }
  expect(page).not.toMatch(/\son\w+=|javascript:/i);
});

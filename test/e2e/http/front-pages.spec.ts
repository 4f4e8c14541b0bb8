import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RETURN_URL } from '../../support/given/consent.js';
import { startConnector, useConnector, type RunningConnector } from '../../support/connector.js';
import { REHEARSAL } from '../../support/rehearsal.js';

const connector = useConnector();
const get = (path: string, base = connector().url) => fetch(base + path, { redirect: 'manual' });

async function consent(returnUrl: string, query: Record<string, string> = {}): Promise<Response> {
  const { body } = await connector()
    .api()
    .provider<{ authUrl: string }>('get-auth-url', {
      scopes: ['user.info.profile', 'video.list'],
      returnUrl,
    });
  const page = new URL(body.authUrl);
  for (const [key, value] of Object.entries({ sandbox_auto_approve: '1', ...query }))
    page.searchParams.set(key, value);
  return await fetch(page);
}

describe('GET / in development', () => {
  it('redirects to the API documentation', async () => {
    const response = await get('/');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/api/docs');
    expect((await fetch(`${connector().url}/`)).status).toBe(200);
  });
});

describe('GET /connect/done in development', () => {
  it.each(['127.0.0.1', 'localhost'])('accepts a consent as its return URL at %s', async (name) => {
    const username = `user_${randomBytes(6).toString('hex')}`;
    await connector().sandbox.control('/accounts', { username, videos: 0 });
    const { port } = new URL(connector().url);

    const page = await consent(`http://${name}:${port}/connect/done`, { sandbox_account: username });

    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain(`<h1>Connected: @${username}</h1>`);
  });

  it('explains why a consent failed', async () => {
    const page = await consent(`${connector().url}/connect/done`, {
      sandbox_auto_approve: '',
      sandbox_deny: '1',
    });
    expect(await page.text()).toContain('did not grant access to this app');
  });

  it.each([
    '?status=error&code=%3Cscript%3Ealert(1)%3C/script%3E',
    '?status=%3Cscript%3E&integrationId=%3Cscript%3E',
    '?status=connected&warning=%22%3E%3Cscript%3E',
    '?status=connected&integrationId=%27%20OR%201=1--',
    '?status=error&code=a&code=%3Cscript%3E',
    '?returnUrl=https://evil.example/&next=//evil.example&url=javascript:alert(1)',
    '?__proto__[status]=connected&constructor=1',
  ])('shows nothing of %s as markup, and leads nowhere', async (query) => {
    const response = await get(`/connect/done${query}`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).not.toMatch(/<script|javascript:|evil\.example/);
    expect([...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, to]) => to)).toEqual(['/api/docs']);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('is not in the OpenAPI document', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as { paths: object };
    expect(Object.keys(document.paths).filter((path) => path.includes('done'))).toEqual([]);
  });
});

// After the others: of two services in one process, Passport knows the strategy of the last only.
describe('front pages in production', () => {
  let production: RunningConnector;
  beforeAll(async () => {
    production = await startConnector({ environment: REHEARSAL });
  }, 60_000);
  afterAll(() => production.stop());

  it.each(['/', '/connect/done', '/connect/done?status=connected'])('return 404 for %s', async (path) => {
    const response = await get(path, production.url);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      code: 'not_found',
      detail: `Cannot GET ${new URL(path, production.url).pathname}`,
    });
  });

  it('are a return URL only if RETURN_URL_ORIGINS lists them', async () => {
    const ask = (returnUrl: string) =>
      production.api().provider('get-auth-url', { scopes: ['video.list'], returnUrl });
    expect((await ask(`${production.url}/connect/done`)).status).toBe(400);
    expect((await ask(RETURN_URL)).status).toBeLessThan(300);
  });
});

import { describe, expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';

const ADMIN = 'https://admin.example';
const connector = useConnector({ environment: { CORS_ORIGINS: `${ADMIN},https://other.example` } });

async function preflight(path: string, origin: string, method = 'POST'): Promise<Response> {
  return await fetch(new URL(path, connector().url), {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,orgid,content-type',
    },
  });
}

describe('CORS for a listed origin', () => {
  it.each([
    ['/api/integrations', 'GET'],
    ['/api/upstream/call/tiktok-provider/publish-video', 'POST'],
    ['/uploads/some-publication', 'PUT'],
    ['/api/integrations/some-integration', 'DELETE'],
  ])('may ask for %s by %s, without a token', async (path, method) => {
    const { status, headers } = await preflight(path, ADMIN, method);

    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(ADMIN);
    expect(headers.get('access-control-allow-methods')).toContain(method);
    for (const name of ['authorization', 'orgid', 'content-type', 'last-event-id'])
      expect(headers.get('access-control-allow-headers')).toContain(name);
  });

  it('exposes the answer, the request id and Retry-After, for errors too', async () => {
    const accepted = await connector().api().with({ origin: ADMIN }).get('/api/integrations');
    const refused = await connector().anonymous.with({ origin: ADMIN }).get('/api/integrations');

    expect([accepted.status, refused.status]).toEqual([200, 401]);
    for (const { headers } of [accepted, refused]) {
      expect(headers.get('access-control-allow-origin')).toBe(ADMIN);
      expect(headers.get('access-control-expose-headers')).toMatch(/^retry-after, x-request-id, /);
      for (const name of ['limit', 'policy', 'remaining', 'reset'])
        expect(headers.get('access-control-expose-headers')).toContain(`ratelimit-${name}`);
      expect(headers.get('vary')).toContain('Origin');
    }
    expect(refused.headers.get('x-request-id')).toBe(refused.body.requestId);
  });
});

it('answers OPTIONS of a listed origin that is not a preflight', async () => {
  const { status } = await fetch(new URL('/api/integrations', connector().url), {
    method: 'OPTIONS',
    headers: { origin: ADMIN },
  });

  expect(status).toBe(204);
});

describe('CORS for another origin', () => {
  it.each(['https://evil.example', `${ADMIN}.evil.example`, 'http://admin.example', `${ADMIN}:8443`, 'null'])(
    'sends no CORS headers to %s',
    async (origin) => {
      const asked = await preflight('/api/integrations', origin);
      const { headers } = await connector().api().with({ origin }).get('/api/integrations');

      expect(asked.status).not.toBe(204);
      expect(asked.headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});

it.each(['/connect/webhook/tiktok', '/connect/oauth/tiktok/callback', '/health/live'])(
  '%s sends no CORS headers to any page',
  async (path) => {
    const { status, headers } = await preflight(path, ADMIN);

    expect(status).toBe(404);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  },
);

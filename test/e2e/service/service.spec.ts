import { describe, expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';
import type { OpenApiDocument } from '../../support/contract.js';

const connector = useConnector();

async function document(): Promise<OpenApiDocument & { openapi: string }> {
  const { body } = await connector().anonymous.get('/api/openapi.json');
  return body as unknown as OpenApiDocument & { openapi: string };
}

describe('Health', () => {
  it('needs no token', async () => {
    const live = await connector().anonymous.get('/health/live');
    const ready = await connector().anonymous.get('/health/ready');

    expect(live).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(ready).toMatchObject({ status: 200, body: { status: 'ok', database: 'ok', queue: 'ok' } });
  });
});

describe('The documentation', () => {
  it('has every call that an admin UI makes', async () => {
    const { openapi, paths } = await document();

    expect(openapi).toMatch(/^3\./);
    for (const [method, path] of [
      ['post', '/api/upstream/call/tiktok-provider/get-auth-url'],
      ['post', '/api/upstream/call/tiktok-provider/init-video-upload'],
      ['post', '/api/upstream/call/tiktok-provider/publish-video'],
      ['post', '/api/upstream/call/tiktok-provider/get-publish-status'],
      ['post', '/uploads/{mediaId}'],
      ['put', '/uploads/{mediaId}'],
      ['post', '/api/sync/trigger'],
      ['post', '/connect/webhook/tiktok'],
      ['get', '/api/integrations'],
      ['get', '/api/social-activity/videos'],
      ['get', '/api/sync/runs'],
      ['get', '/api/webhooks/events'],
      ['get', '/connect/oauth/tiktok/callback'],
      ['get', '/health/live'],
      ['get', '/health/ready'],
    ] as const)
      expect([path, Object.keys(paths[path] ?? {})]).toEqual([path, expect.arrayContaining([method])]);
  });

  it('describes a problem for every call', async () => {
    const { paths } = await document();

    for (const operations of Object.values(paths))
      for (const { responses } of Object.values(operations))
        for (const range of ['4XX', '5XX'])
          expect(Object.keys(responses[range]?.content ?? {})).toEqual(['application/problem+json']);
  });

  it('is a page to try it out', async () => {
    const { status, headers } = await connector().anonymous.get('/api/docs');

    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
  });

  it('names no secret of this service', async () => {
    const text = JSON.stringify(await document());
    const { jwt, tiktok } = connector().config;

    for (const secret of [jwt.secret ?? '?', tiktok.login.secret]) expect(text).not.toContain(secret);
  });
});

describe('An unknown path', () => {
  it.each(['/api', '/api/integrations/x', '/.env', '/uploads', '/api/docs/../../.env'])(
    '(%s) answers 404',
    async (path) => {
      const { status, headers } = await connector().api().get(path);

      expect(status).toBe(404);
      expect(headers.get('content-type')).toContain('application/problem+json');
    },
  );
});

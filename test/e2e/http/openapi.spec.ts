import { expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';
import { CALLBACKS } from '../../support/given/family-consent.js';
import { operationsIn, type ServedDocument } from '../../support/openapi-document.js';

const connector = useConnector();

async function document(): Promise<ServedDocument> {
  return (await connector().anonymous.get('/api/openapi.json')).body as unknown as ServedDocument;
}

const PUBLIC = [
  'get /connect/oauth/tiktok/callback',
  'get /health/live',
  'get /health/ready',
  'post /connect/webhook/tiktok',
  'post /uploads/{mediaId}',
  'put /uploads/{mediaId}',
  'get /tiktok-verification/{file}',
  'get /tiktok-verification/media/{mediaId}/{name}',
];

it('the document requires a token and orgid exactly where the service does', async () => {
  const { components, ...served } = await document();
  const operations = operationsIn({ components, ...served });

  const open = operations.filter(([, { security }]) => security.length === 0);
  const guarded = operations.filter(([, { security }]) => security.length > 0);

  expect(open.map(([name]) => name)).toEqual(expect.arrayContaining(PUBLIC));
  for (const [name] of open) expect(name).toMatch(/ \/(connect|health|media|uploads|tiktok-verification)\//);
  for (const [name, { security }] of guarded)
    expect([name, security]).toEqual([name, [{ token: [], organisation: [] }]]);
  expect(guarded.length).toBeGreaterThan(10);
  expect(components.securitySchemes).toMatchObject({
    token: { type: 'http', scheme: 'bearer' },
    organisation: { type: 'apiKey', in: 'header', name: 'orgid' },
  });
});

it('the document names the role that each call requires', async () => {
  const needed = Object.fromEntries(
    operationsIn(await document()).map(([name, { description }]) => [name, description.split('\n').at(-1)]),
  );

  expect(needed).toMatchObject({
    'get /api/integrations': 'Needs the role `viewer` or a higher one.',
    'post /api/sync/trigger': 'Needs the role `editor` or a higher one.',
    'post /api/upstream/call/tiktok-provider/get-auth-url': 'Needs the role `admin` or a higher one.',
    'get /health/ready': 'Needs no token.',
  });
});

it('the document has the callbacks with their redirect, and the router accepts a trailing slash', async () => {
  const callbacks = Object.entries((await document()).paths).filter(([path]) =>
    path.startsWith('/connect/oauth/'),
  );

  expect(callbacks.map(([path]) => path).toSorted()).toEqual(
    Object.values(CALLBACKS)
      .map((path) => path.replace(/\/$/, ''))
      .toSorted(),
  );
  for (const [path, { get }] of callbacks) {
    expect(Object.keys(get?.responses ?? {})).toEqual(['204', '302', '4XX', '5XX']);
    expect(get?.responses['302']?.headers).toHaveProperty('location');
    for (const address of [path, `${path}/`])
      expect([address, (await connector().anonymous.get(address)).body]).toMatchObject([
        address,
        { code: 'unknown_state' },
      ]);
  }
});

it('every POST with a token accepts an Idempotency-Key, except those that only read or mark', async () => {
  const { paths } = await document();
  const without = Object.entries(paths)
    .filter(([path, { post }]) => post && path.startsWith('/api/'))
    .filter(([, { post }]) => !post?.parameters?.some(({ name }) => name === 'Idempotency-Key'));

  expect(without.map(([path]) => path.replace('/api/upstream/call/tiktok-provider/', '')).toSorted()).toEqual(
    [
      // Streams of a file, whose bytes are the operation.
      '/api/ads/audiences/{audienceId}/append',
      '/api/ads/audiences/{audienceId}/remove',
      '/api/ads/audiences/{audienceId}/replace',
      '/api/ads/call',
      '/api/ads/validate',
      // The same bytes are uploaded once.
      '/api/crm/conversations/{conversationId}/images',
      '/api/crm/conversations/{conversationId}/read',
      '/api/crm/conversations/{conversationId}/seen',
      '/api/crm/conversations/{conversationId}/typing',
      // Its stored answer would contain the secret.
      '/api/crm/webhooks',
      '/api/notifications/read-all',
      '/api/notifications/{notificationId}/read',
      'get-ad-metrics',
      'get-creator-info',
      'get-publish-status',
      'list-commercial-music',
      'list-publications',
      'validate-publication',
    ],
  );
});

it('the document describes rate limits, replays and their errors', async () => {
  const body = await document();
  const { get } = body.paths['/api/integrations'] ?? {};
  const { post } = body.paths['/api/upstream/call/tiktok-provider/init-video-upload'] ?? {};

  expect(Object.keys(get?.responses ?? {}).toSorted()).toEqual(['200', '429', '4XX', '5XX']);
  expect(Object.keys(post?.responses ?? {}).toSorted()).toEqual(['200', '409', '422', '429', '4XX', '5XX']);
  expect(Object.keys(get?.responses['429']?.headers ?? {})).toContain('Retry-After');
  expect(Object.keys(post?.responses['200']?.headers ?? {})).toContain('Idempotency-Replayed');
  const references = [...JSON.stringify(body.paths).matchAll(/#\/components\/headers\/([\w-]+)/g)];
  expect(references.length).toBeGreaterThan(100);
  for (const [, name = ''] of references) expect(Object.keys(body.components.headers)).toContain(name);
  expect(JSON.stringify(body.paths)).not.toContain('x-idempotent');
});

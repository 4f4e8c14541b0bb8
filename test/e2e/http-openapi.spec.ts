import { expect, it } from '@jest/globals';
import { useConnector } from '../support/connector.js';
import { CALLBACKS } from '../support/family-consent.js';

interface Operation {
  responses: Record<string, { headers?: object }>;
  security?: unknown[];
  parameters?: { name: string; in: string; required?: boolean }[];
}

const connector = useConnector();
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

it('The document asks for a token and orgid where the service does, and nowhere else', async () => {
  const { body } = await connector().anonymous.get('/api/openapi.json');
  const { paths, security } = body as {
    paths: Record<string, Record<string, Operation>>;
    security?: unknown[];
  };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
  );
  const asks = ({ security: own, parameters = [] }: Operation) => [
    (own ?? security ?? []).length > 0,
    parameters.some(({ name, in: place, required }) => name === 'orgid' && place === 'header' && required),
  ];

  const open = operations.filter(({ operation }) => asks(operation).every((one) => !one));
  const guarded = operations.filter(({ operation }) => asks(operation).every(Boolean));

  expect(open.map(({ name }) => name)).toEqual(expect.arrayContaining(PUBLIC));
  for (const { name } of open) expect(name).toMatch(/ \/(connect|health|uploads|tiktok-verification)\//);
  expect(guarded).toHaveLength(operations.length - open.length);
  expect(guarded.length).toBeGreaterThan(10);
  expect(JSON.stringify(paths)).not.toMatch(/x-(public|trailing)/);
});

it('The document has the callbacks as they are registered with TikTok, and their redirect', async () => {
  const { body } = await connector().anonymous.get<{ paths: Record<string, Record<string, Operation>> }>(
    '/api/openapi.json',
  );

  const callbacks = Object.entries(body.paths).filter(([path]) => path.startsWith('/connect/oauth/'));

  expect(callbacks.map(([path]) => path).toSorted()).toEqual(Object.values(CALLBACKS).toSorted());
  for (const [, { get }] of callbacks) {
    expect(Object.keys(get?.responses ?? {})).toEqual(['302', 'default']);
    expect(get?.responses['302']?.headers).toHaveProperty('location');
  }
});

it('Every POST with a token takes an Idempotency-Key, but those that only read or mark', async () => {
  const { body } = await connector().anonymous.get<{ paths: Record<string, Record<string, Operation>> }>(
    '/api/openapi.json',
  );
  const without = Object.entries(body.paths)
    .filter(([path, { post }]) => post && path.startsWith('/api/'))
    .filter(([, { post }]) => !post?.parameters?.some(({ name }) => name === 'Idempotency-Key'));

  expect(without.map(([path]) => path.replace('/api/upstream/call/tiktok-provider/', '')).toSorted()).toEqual(
    [
      '/api/notifications/read-all',
      '/api/notifications/{notificationId}/read',
      'get-creator-info',
      'get-publish-status',
      'list-commercial-music',
      'list-publications',
      'validate-publication',
    ],
  );
});

it('The document tells of limits, of replays, and of the refusals that go with them', async () => {
  const { body } = await connector().anonymous.get<{
    paths: Record<string, Record<string, Operation>>;
    components: { headers: object };
  }>('/api/openapi.json');
  const { get } = body.paths['/api/integrations'] ?? {};
  const { post } = body.paths['/api/upstream/call/tiktok-provider/init-video-upload'] ?? {};

  expect(Object.keys(get?.responses ?? {}).toSorted()).toEqual(['200', '429', 'default']);
  expect(Object.keys(post?.responses ?? {}).toSorted()).toEqual(['200', '409', '422', '429', 'default']);
  expect(Object.keys(get?.responses['429']?.headers ?? {})).toContain('Retry-After');
  expect(Object.keys(post?.responses['200']?.headers ?? {})).toContain('Idempotency-Replayed');
  const references = [...JSON.stringify(body.paths).matchAll(/#\/components\/headers\/([\w-]+)/g)];
  expect(references.length).toBeGreaterThan(100);
  for (const [, name = ''] of references) expect(Object.keys(body.components.headers)).toContain(name);
  expect(JSON.stringify(body.paths)).not.toContain('x-idempotent');
});

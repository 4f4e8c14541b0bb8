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

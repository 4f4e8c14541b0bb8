import { describe, expect, it } from '@jest/globals';
import { fastify as createFastify } from 'fastify';
import type { AppConfig } from '../config/index.js';
import { allowOrigins } from './cors.js';

const LISTED = 'https://admin.example';
const PUBLIC_URL = 'https://connector.example';

async function server(production: boolean) {
  const warnings: string[] = [];
  const fastify = createFastify();
  fastify.log.warn = (text: string) => void warnings.push(text);
  const http = { corsOrigins: [LISTED], publicUrl: PUBLIC_URL } as unknown as AppConfig['http'];
  await allowOrigins(fastify, { http, production });
  fastify.get('/api/integrations', async () => 'ok');
  const preflight = async (origin: string) =>
    await fastify.inject({
      method: 'OPTIONS',
      url: '/api/integrations',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'idempotency-key',
      },
    });
  const allowed = async (origin: string) => {
    const answers = [
      await preflight(origin),
      await fastify.inject({ url: '/api/integrations', headers: { origin } }),
    ];
    return answers.map(({ headers }) => headers['access-control-allow-origin']);
  };
  return { fastify, warnings, preflight, allowed };
}

const LOOPBACK = [
  'http://localhost',
  'http://localhost:5173',
  'https://localhost:8443',
  'http://127.0.0.1:5173',
  'https://127.0.0.1',
  'http://127.1.2.3:8080',
  'http://[::1]:3001',
  'http://[::ffff:7f00:1]:5173',
  'http://admin.localhost:5173',
];
const NOT_LOOPBACK = [
  'null',
  '',
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example',
  'http://evil.example:5173',
  'http://localhost@evil.example',
  'http://localhost:5173/',
  'http://128.0.0.1',
  'http://[::2]:5173',
  'http://[::ffff:8000:1]:5173',
  'http://0.0.0.0:5173',
  'file://localhost',
  'chrome-extension://localhost',
  `${LISTED}:8443`,
];

describe('allowOrigins in development', () => {
  it.each([LISTED, ...LOOPBACK])('allows a page of %s', async (origin) => {
    const { allowed } = await server(false);

    expect(await allowed(origin)).toEqual([origin, origin]);
  });

  it.each(NOT_LOOPBACK)('rejects a page of "%s"', async (origin) => {
    const { allowed } = await server(false);

    expect(await allowed(origin)).toEqual([undefined, undefined]);
  });
});

describe('allowOrigins in production', () => {
  it.each([...LOOPBACK, ...NOT_LOOPBACK])('rejects a page of "%s"', async (origin) => {
    const { allowed } = await server(true);

    expect(await allowed(origin)).toEqual([undefined, undefined]);
  });

  it('allows a page of a listed origin, with the headers of the API', async () => {
    const { headers } = await (await server(true)).preflight(LISTED);

    expect(headers['access-control-allow-origin']).toBe(LISTED);
    expect(headers['access-control-allow-headers']).toContain('idempotency-key');
  });
});

describe('a rejected origin', () => {
  it('is logged once, with the setting that allows it', async () => {
    const { allowed, warnings } = await server(true);

    for (let n = 0; n < 5; n += 1) await allowed('http://127.0.0.1:5173');
    await allowed(LISTED);

    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/http:\/\/127\.0\.0\.1:5173.*CORS_ORIGINS/);
  });

  it('is neither a page of this service nor a caller without an origin', async () => {
    const { allowed, fastify, warnings } = await server(true);

    await allowed(PUBLIC_URL);
    await fastify.inject('/api/integrations');

    expect(warnings).toEqual([]);
  });
});

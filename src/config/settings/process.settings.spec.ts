import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { AppConfig } from '../app-config.js';
import { parseEnvironment } from '../parse-environment.js';

const DEVELOPMENT = {
  DATABASE_URL: 'postgres://u:p@127.0.0.1/db',
  JWT_SECRET: randomBytes(32).toString('base64'),
  TOKEN_ENCRYPTION_KEYS: `a:${randomBytes(32).toString('base64')}`,
  TIKTOK_CLIENT_KEY: 'k',
  TIKTOK_CLIENT_SECRET: 's',
};
const PRODUCTION = {
  ...DEVELOPMENT,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://connector.example',
  JWT_ISSUER: 'https://id.example',
  JWT_AUDIENCE: 'connector',
  RETURN_URL_ORIGINS: 'https://admin.example',
};

function http(variables: Record<string, string>): AppConfig['http'] {
  return parseEnvironment(variables).http;
}

describe('API_DOCS', () => {
  it.each([
    ['on in development', DEVELOPMENT, '', true],
    ['off in development when set so', DEVELOPMENT, 'false', false],
    ['off in production', PRODUCTION, '', false],
    ['on in production when set so', PRODUCTION, 'true', true],
  ])('is %s', (_what, variables, value, docs) => {
    expect(http({ ...variables, API_DOCS: value }).docs).toBe(docs);
  });
});

describe('TRUST_PROXY', () => {
  it.each([
    ['', 0],
    ['false', 0],
    ['0', 0],
    ['true', 1],
    ['1', 1],
    ['2', 2],
  ])('"%s" means %d proxies', (value, count) => {
    expect(http({ ...DEVELOPMENT, TRUST_PROXY: value }).trustProxy).toBe(count);
  });

  it.each(['yes', '-1', '11', '1.5'])('refuses "%s" by name', (value) => {
    expect(() => http({ ...DEVELOPMENT, TRUST_PROXY: value })).toThrow(/TRUST_PROXY: /);
  });
});

describe('The call limits', () => {
  it('have defaults, and 0 disables one', () => {
    expect(http(DEVELOPMENT).rateLimits).toEqual({ reads: 600, writes: 120, public: 1200, uploads: 60 });
    expect(http({ ...DEVELOPMENT, RATE_LIMIT_WRITES: '0' }).rateLimits.writes).toBe(0);
  });

  it.each(['RATE_LIMIT_READS', 'RATE_LIMIT_PUBLIC', 'MAX_UNFINISHED_POSTS'])(
    'refuse a negative %s',
    (name) => {
      expect(() => http({ ...DEVELOPMENT, [name]: '-1' })).toThrow(name);
    },
  );
});

import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { ConfigError } from './config-error.js';
import { parseEnvironment } from './parse-environment.js';

const sandbox = (url: string) => ({
  TIKTOK_AUTH_BASE_URL: url,
  TIKTOK_API_BASE_URL: url,
  TIKTOK_BUSINESS_BASE_URL: url,
});
const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'http://127.0.0.1:3000',
  DATABASE_URL: 'postgres://user:password@127.0.0.1/connector',
  JWT_SECRET: randomBytes(32).toString('base64'),
  JWT_ISSUER: 'https://login.example/',
  JWT_AUDIENCE: 'connector',
  RETURN_URL_ORIGINS: 'https://admin.example',
  TOKEN_ENCRYPTION_KEYS: `k:${randomBytes(32).toString('base64')}`,
  TIKTOK_CLIENT_KEY: 'key',
  TIKTOK_CLIENT_SECRET: 'secret',
};

function complaints(variables: Record<string, string>): string[] {
  try {
    parseEnvironment({ ...PRODUCTION, ...variables });
    return [];
  } catch (error) {
    return (error as ConfigError).complaints;
  }
}

const HTTPS_ONLY = [
  'PUBLIC_URL: must be https in production',
  'TIKTOK_AUTH_BASE_URL: must be https in production',
  'TIKTOK_API_BASE_URL: must be https in production',
  'TIKTOK_BUSINESS_BASE_URL: must be https in production',
];

describe('TIKTOK_REHEARSAL', () => {
  it('lets production mode talk to a sandbox on this machine over http, and says so', () => {
    for (const url of ['http://127.0.0.1:4010', 'http://localhost:4010', 'http://[::1]:4010']) {
      expect(complaints({ ...sandbox(url) })).toEqual(HTTPS_ONLY);
      expect(complaints({ ...sandbox(url), TIKTOK_REHEARSAL: 'true' })).toEqual([]);
    }
    const config = parseEnvironment({
      ...PRODUCTION,
      ...sandbox('http://localhost:4010'),
      TIKTOK_REHEARSAL: 'true',
    });
    expect(config.production).toBe(true);
    expect(config.notices).toEqual([expect.stringContaining('This is a rehearsal')]);
  });

  it('cannot be left on: with TikTok itself nothing starts', () => {
    expect(complaints({ PUBLIC_URL: 'https://connector.example', TIKTOK_REHEARSAL: 'true' })).toEqual([
      'TIKTOK_REHEARSAL: is for a sandbox on this machine, and TIKTOK_AUTH_BASE_URL, TIKTOK_API_BASE_URL, TIKTOK_BUSINESS_BASE_URL are no loopback address; remove TIKTOK_REHEARSAL',
    ]);
    const mixed = { ...sandbox('http://127.0.0.1:4010'), TIKTOK_API_BASE_URL: 'https://open.tiktokapis.com' };
    expect(complaints({ ...mixed, TIKTOK_REHEARSAL: 'true' })[0]).toContain(
      'TIKTOK_API_BASE_URL is no loopback',
    );
  });

  it.each([
    'http://127.0.0.1.evil.example',
    'http://10.0.0.1:4010',
    'http://sandbox:4010',
    'http://0.0.0.0:4010',
  ])('is no excuse for http to %s', (url) => {
    const said = complaints({ ...sandbox(url), TIKTOK_REHEARSAL: 'true' });
    expect(said).toEqual(expect.arrayContaining([expect.stringContaining('TIKTOK_REHEARSAL: ')]));
    expect(said).toEqual(expect.arrayContaining([expect.stringContaining('must be https in production')]));
  });

  it('leaves everything else as strict as it is', () => {
    const rehearsal = { ...sandbox('http://127.0.0.1:4010'), TIKTOK_REHEARSAL: 'true' };
    expect(complaints({ ...rehearsal, PUBLIC_URL: 'http://connector.example' })).toEqual([HTTPS_ONLY[0]]);
    expect(complaints({ ...rehearsal, MEDIA_PUBLIC_URL: 'http://127.0.0.1:3000' })).toEqual([
      'MEDIA_PUBLIC_URL: must be https in production',
    ]);
    expect(complaints({ ...rehearsal, JWT_ISSUER: '' })).toEqual(['JWT_ISSUER: must be set in production']);
  });
});

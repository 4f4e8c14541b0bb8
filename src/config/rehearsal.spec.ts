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

function problems(variables: Record<string, string>): string[] {
  try {
    parseEnvironment({ ...PRODUCTION, ...variables });
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
}

const HTTPS_ONLY = [
  'PUBLIC_URL: must be https in production',
  'TIKTOK_AUTH_BASE_URL: must be https in production',
  'TIKTOK_API_BASE_URL: must be https in production',
  'TIKTOK_BUSINESS_BASE_URL: must be https in production',
];

describe('TIKTOK_REHEARSAL', () => {
  it('allows production mode with a sandbox on this machine over http, and reports it', () => {
    for (const url of ['http://127.0.0.1:4010', 'http://localhost:4010', 'http://[::1]:4010']) {
      expect(problems({ ...sandbox(url) })).toEqual(HTTPS_ONLY);
      expect(problems({ ...sandbox(url), TIKTOK_REHEARSAL: 'true' })).toEqual([]);
    }
    const config = parseEnvironment({
      ...PRODUCTION,
      ...sandbox('http://localhost:4010'),
      TIKTOK_REHEARSAL: 'true',
    });
    expect(config.production).toBe(true);
    expect(config.notices).toEqual([expect.stringContaining('This is a rehearsal')]);
  });

  it('refuses to start with TikTok itself', () => {
    expect(problems({ PUBLIC_URL: 'https://connector.example', TIKTOK_REHEARSAL: 'true' })).toEqual([
      'TIKTOK_REHEARSAL: requires a sandbox on this machine, but TIKTOK_AUTH_BASE_URL, TIKTOK_API_BASE_URL, TIKTOK_BUSINESS_BASE_URL are not loopback addresses; remove TIKTOK_REHEARSAL',
    ]);
    const mixed = { ...sandbox('http://127.0.0.1:4010'), TIKTOK_API_BASE_URL: 'https://open.tiktokapis.com' };
    expect(problems({ ...mixed, TIKTOK_REHEARSAL: 'true' })[0]).toContain(
      'TIKTOK_API_BASE_URL is not a loopback address',
    );
  });

  it.each([
    'http://127.0.0.1.evil.example',
    'http://10.0.0.1:4010',
    'http://sandbox:4010',
    'http://0.0.0.0:4010',
  ])('does not allow http to %s', (url) => {
    const said = problems({ ...sandbox(url), TIKTOK_REHEARSAL: 'true' });
    expect(said).toEqual(expect.arrayContaining([expect.stringContaining('TIKTOK_REHEARSAL: ')]));
    expect(said).toEqual(expect.arrayContaining([expect.stringContaining('must be https in production')]));
  });

  it('relaxes no other check', () => {
    const rehearsal = { ...sandbox('http://127.0.0.1:4010'), TIKTOK_REHEARSAL: 'true' };
    expect(problems({ ...rehearsal, PUBLIC_URL: 'http://connector.example' })).toEqual([HTTPS_ONLY[0]]);
    expect(problems({ ...rehearsal, MEDIA_PUBLIC_URL: 'http://127.0.0.1:3000' })).toEqual([
      'MEDIA_PUBLIC_URL: must be https in production',
    ]);
    expect(problems({ ...rehearsal, JWT_ISSUER: '' })).toEqual(['JWT_ISSUER: must be set in production']);
  });
});

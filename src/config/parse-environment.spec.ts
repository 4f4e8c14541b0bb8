import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { ConfigError } from './config-error.js';
import { parseEnvironment } from './parse-environment.js';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const enough = {
  DATABASE_URL: 'postgres://u:p@127.0.0.1/db',
  JWT_SECRET: 'x'.repeat(32),
  TOKEN_ENCRYPTION_KEYS: `b:${key(2)},a:${key(1)}`,
  TIKTOK_CLIENT_KEY: 'k',
  TIKTOK_CLIENT_SECRET: 's',
};

/** As a production installation has them. */
const strong = () => ({
  DATABASE_URL: 'postgres://u:p@127.0.0.1/db',
  JWT_SECRET: randomBytes(32).toString('base64'),
  TOKEN_ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  TIKTOK_CLIENT_KEY: 'sandbox-client-key',
  TIKTOK_CLIENT_SECRET: randomBytes(16).toString('hex'),
  NOTIFY_WEBHOOK_URL: 'https://hooks.example/',
  NOTIFY_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString('base64')}`,
});

function complaintsOf(variables: Record<string, string>): string[] {
  try {
    parseEnvironment(variables);
    return [];
  } catch (error) {
    return (error as ConfigError).complaints;
  }
}

const scopesOf = (value: string) =>
  parseEnvironment({ ...enough, TIKTOK_BUSINESS_ACCOUNT_SCOPES: value }).tiktok.accountScopes;

describe('TIKTOK_BUSINESS_ACCOUNT_SCOPES', () => {
  it('is a list, each scope once, and has a default that covers comments and insights', () => {
    expect(scopesOf('user.info.basic, comment.list,comment.list')).toEqual([
      'user.info.basic',
      'comment.list',
    ]);
    expect(scopesOf('')).toEqual(
      expect.arrayContaining(['comment.list', 'comment.list.manage', 'video.insights']),
    );
  });

  it.each([',', 'comment.list video.insights', 'everything', 'comment.list&state=x'])(
    'refuses %s',
    (value) => {
      const complaints = complaintsOf({ ...enough, TIKTOK_BUSINESS_ACCOUNT_SCOPES: value });
      expect(complaints).toEqual([expect.stringContaining('TIKTOK_BUSINESS_ACCOUNT_SCOPES')]);
    },
  );
});

describe('ADMIN_UI_RECONNECT_URL', () => {
  it('is kept as it is', () => {
    const template = 'https://admin.example/o/{organisationId}/integrations/{integrationId}?part={family}';
    expect(parseEnvironment({ ...enough, ADMIN_UI_RECONNECT_URL: template }).reconnectUrl).toBe(template);
  });

  it.each([
    ['admin.example/{integrationId}', 'must be an address such as'],
    ['javascript:alert({integrationId})', 'must be an address such as'],
    ['https://admin.example/integrations', 'must contain {integrationId}'],
    ['https://admin.example/{integrationId}/{token}', 'knows the placeholders'],
    ['https://{organisationId}.example/{integrationId}', 'after the host'],
  ])('%s is refused: %s', (template, message) => {
    const said = complaintsOf({ ...enough, ADMIN_UI_RECONNECT_URL: template }).join('\n');
    expect(said).toContain(message);
    expect(said).toContain('ADMIN_UI_RECONNECT_URL');
  });
});

describe('ADMIN_UI_PUBLICATION_URL', () => {
  it('is kept as it is', () => {
    const template = 'https://admin.example/o/{organisationId}/posts/{publicationId}?account={integrationId}';
    expect(parseEnvironment({ ...enough, ADMIN_UI_PUBLICATION_URL: template }).publicationUrl).toBe(template);
  });

  it.each([
    ['https://admin.example/posts', 'must contain {publicationId}'],
    ['https://admin.example/{publicationId}/{family}', 'knows the placeholders'],
  ])('%s is refused: %s', (template, message) => {
    const said = complaintsOf({ ...enough, ADMIN_UI_PUBLICATION_URL: template }).join('\n');
    expect(said).toContain(`ADMIN_UI_PUBLICATION_URL`);
    expect(said).toContain(message);
  });
});

describe('parseEnvironment', () => {
  it('fills in defaults and keeps the order of the encryption keys', () => {
    const config = parseEnvironment(enough);
    expect(config.http).toMatchObject({ port: 3000, host: '127.0.0.1', publicUrl: 'http://127.0.0.1:3000' });
    expect(config.encryptionKeys.map((item) => item.id)).toEqual(['b', 'a']);
  });

  it('treats an empty value as unset', () => {
    expect(parseEnvironment({ ...enough, PORT: '', REDIS_URL: '' }).redisUrl).toBeUndefined();
  });

  it('names every missing key at once and shows no value', () => {
    const complaints = complaintsOf({ JWT_SECRET: 'short-secret' }).join('\n');
    expect(complaints).toContain('JWT_SECRET');
    expect(complaints).not.toContain('short-secret');
    expect(complaintsOf({}).map((line) => line.split(':')[0])).toEqual([
      'DATABASE_URL',
      'JWT_SECRET or JWT_JWKS_URL',
      'TOKEN_ENCRYPTION_KEYS',
      'TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET',
    ]);
  });

  it.each([
    ['k1:c2hvcnQ=', 'must hold 32 bytes'],
    ['nokey', '<id>:<base64 key>'],
    [`a:${key(1)},a:${key(2)}`, 'repeats a key id'],
  ])('refuses the encryption keys %s', (value, message) => {
    expect(complaintsOf({ ...enough, TOKEN_ENCRYPTION_KEYS: value }).join()).toContain(message);
  });

  it('in production wants addresses, issuer and audience, and https', () => {
    const complaints = complaintsOf({
      ...enough,
      NODE_ENV: 'production',
      TIKTOK_API_BASE_URL: 'http://127.0.0.1:4010',
      NOTIFY_WEBHOOK_URL: 'http://hooks.example/',
      NOTIFY_WEBHOOK_SECRET: `whsec_${key(3)}`,
    }).join('\n');
    for (const name of ['PUBLIC_URL', 'JWT_ISSUER', 'JWT_AUDIENCE', 'RETURN_URL_ORIGINS']) {
      expect(complaints).toContain(`${name}: must be set`);
    }
    expect(complaints).toContain('TIKTOK_API_BASE_URL: must be https');
    expect(complaints).toContain('NOTIFY_WEBHOOK_URL: must be https');
  });

  it.each([
    ['a byte that repeats', Buffer.alloc(32, 7)],
    ['a text', Buffer.from('correct horse battery staple !?#')],
    ['a pattern', Buffer.from('0123456789abcdef'.repeat(4), 'hex')],
  ])('in production refuses an encryption key that is %s, and shows nothing of it', (_, made) => {
    const value = `weak:${made.toString('base64')},old:${key(1)}`;
    const variables = { ...enough, NODE_ENV: 'production', TOKEN_ENCRYPTION_KEYS: value };
    const about = complaintsOf(variables).filter((one) => one.includes('TOKEN_ENCRYPTION_KEYS'));
    expect(about).toEqual([expect.stringContaining('the key "weak" is not random')]);
    expect(about.join()).not.toContain(made.toString('base64').slice(0, 8));
  });

  it('in production takes keys that openssl has made, and an older one of whatever kind behind them', () => {
    for (let round = 0; round < 500; round += 1) {
      const value = `a:${randomBytes(32).toString('base64')},old:${key(1)}`;
      const complaints = complaintsOf({ ...enough, NODE_ENV: 'production', TOKEN_ENCRYPTION_KEYS: value });
      expect(complaints.join()).not.toContain('TOKEN_ENCRYPTION_KEYS');
    }
  });

  it.each([
    ['JWT_SECRET', 'a-string-secret-at-least-256-bits-long'],
    ['NOTIFY_WEBHOOK_SECRET', `whsec_${key(3)}`],
    ['TIKTOK_CLIENT_KEY', 'your-client-key'],
    ['TIKTOK_CLIENT_SECRET', 'changeme'],
    ['TIKTOK_BUSINESS_SECRET', 'xxxxxxxx'],
    ['S3_SECRET_ACCESS_KEY', '<secret>'],
  ])('in production refuses a %s that was made up, and shows nothing of it', (name, value) => {
    const complaints = complaintsOf({ ...strong(), NODE_ENV: 'production', [name]: value });
    expect(complaints.filter((one) => one.startsWith(name))).toHaveLength(1);
    expect(complaints.join()).not.toContain(value);
    expect(complaintsOf({ ...strong(), [name]: value }).join()).not.toContain('random');
  });

  it('in production accepts secrets that are random, and a JWT_SECRET that a key set replaces', () => {
    const complaints = complaintsOf({ ...strong(), NODE_ENV: 'production' }).join();
    for (const name of Object.keys(strong())) expect(complaints).not.toContain(name);
    const replaced = { JWT_SECRET: 'x'.repeat(40), JWT_JWKS_URL: 'https://id.example/keys' };
    expect(complaintsOf({ ...strong(), NODE_ENV: 'production', ...replaced }).join()).not.toContain(
      'JWT_SECRET',
    );
  });

  it('takes plain HTTP for a TikTok double outside production', () => {
    const config = parseEnvironment({ ...enough, TIKTOK_API_BASE_URL: 'http://127.0.0.1:4010/' });
    expect(config.tiktok.apiBaseUrl).toBe('http://127.0.0.1:4010');
  });
});

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

function problemsOf(variables: Record<string, string>): string[] {
  try {
    parseEnvironment(variables);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
}

const scopesOf = (value: string) =>
  parseEnvironment({ ...enough, TIKTOK_BUSINESS_ACCOUNT_SCOPES: value }).tiktok.accountScopes;

describe('TIKTOK_BUSINESS_ACCOUNT_SCOPES', () => {
  it('is a list without duplicates, and covers comments and insights by default', () => {
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
      const problems = problemsOf({ ...enough, TIKTOK_BUSINESS_ACCOUNT_SCOPES: value });
      expect(problems).toEqual([expect.stringContaining('TIKTOK_BUSINESS_ACCOUNT_SCOPES')]);
    },
  );
});

describe('ADMIN_UI_RECONNECT_URL', () => {
  it('is kept unchanged', () => {
    const template = 'https://admin.example/o/{organisationId}/integrations/{integrationId}?part={family}';
    expect(parseEnvironment({ ...enough, ADMIN_UI_RECONNECT_URL: template }).reconnectUrl).toBe(template);
  });

  it.each([
    ['admin.example/{integrationId}', 'must be an address such as'],
    ['javascript:alert({integrationId})', 'must be an address such as'],
    ['https://admin.example/integrations', 'must contain {integrationId}'],
    ['https://admin.example/{integrationId}/{token}', 'may only use the placeholders'],
    ['https://{organisationId}.example/{integrationId}', 'after the host'],
  ])('%s is refused: %s', (template, message) => {
    const said = problemsOf({ ...enough, ADMIN_UI_RECONNECT_URL: template }).join('\n');
    expect(said).toContain(message);
    expect(said).toContain('ADMIN_UI_RECONNECT_URL');
  });
});

describe('ADMIN_UI_PUBLICATION_URL', () => {
  it('is kept unchanged', () => {
    const template = 'https://admin.example/o/{organisationId}/posts/{publicationId}?account={integrationId}';
    expect(parseEnvironment({ ...enough, ADMIN_UI_PUBLICATION_URL: template }).publicationUrl).toBe(template);
  });

  it.each([
    ['https://admin.example/posts', 'must contain {publicationId}'],
    ['https://admin.example/{publicationId}/{family}', 'may only use the placeholders'],
  ])('%s is refused: %s', (template, message) => {
    const said = problemsOf({ ...enough, ADMIN_UI_PUBLICATION_URL: template }).join('\n');
    expect(said).toContain(`ADMIN_UI_PUBLICATION_URL`);
    expect(said).toContain(message);
  });
});

describe('parseEnvironment', () => {
  it('applies defaults and keeps the order of the encryption keys', () => {
    const config = parseEnvironment(enough);
    expect(config.http).toMatchObject({ port: 3000, host: '127.0.0.1', publicUrl: 'http://127.0.0.1:3000' });
    expect(config.encryptionKeys.map((item) => item.id)).toEqual(['b', 'a']);
  });

  it('treats an empty value as unset', () => {
    expect(parseEnvironment({ ...enough, PORT: '', REDIS_URL: '' }).redisUrl).toBeUndefined();
  });

  it('names every missing key at once and shows no value', () => {
    const problems = problemsOf({ JWT_SECRET: 'short-secret' }).join('\n');
    expect(problems).toContain('JWT_SECRET');
    expect(problems).not.toContain('short-secret');
    expect(problemsOf({}).map((line) => line.split(':')[0])).toEqual([
      'DATABASE_URL',
      'JWT_SECRET or JWT_JWKS_URL',
      'TOKEN_ENCRYPTION_KEYS',
      'TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET',
    ]);
  });

  it.each([
    ['k1:c2hvcnQ=', 'must be 32 bytes'],
    ['nokey', '<id>:<base64 key>'],
    [`a:${key(1)},a:${key(2)}`, 'repeats a key id'],
  ])('refuses the encryption keys %s', (value, message) => {
    expect(problemsOf({ ...enough, TOKEN_ENCRYPTION_KEYS: value }).join()).toContain(message);
  });

  it('requires addresses, issuer, audience and https in production', () => {
    const problems = problemsOf({
      ...enough,
      NODE_ENV: 'production',
      TIKTOK_API_BASE_URL: 'http://127.0.0.1:4010',
      NOTIFY_WEBHOOK_URL: 'http://hooks.example/',
      NOTIFY_WEBHOOK_SECRET: `whsec_${key(3)}`,
    }).join('\n');
    for (const name of ['PUBLIC_URL', 'JWT_ISSUER', 'JWT_AUDIENCE', 'RETURN_URL_ORIGINS']) {
      expect(problems).toContain(`${name}: must be set`);
    }
    expect(problems).toContain('TIKTOK_API_BASE_URL: must be https');
    expect(problems).toContain('NOTIFY_WEBHOOK_URL: must be https');
  });

  it.each([
    ['a byte that repeats', Buffer.alloc(32, 7)],
    ['a text', Buffer.from('correct horse battery staple !?#')],
    ['a pattern', Buffer.from('0123456789abcdef'.repeat(4), 'hex')],
  ])('refuses an encryption key that is %s in production, without showing it', (_, made) => {
    const value = `weak:${made.toString('base64')},old:${key(1)}`;
    const variables = { ...enough, NODE_ENV: 'production', TOKEN_ENCRYPTION_KEYS: value };
    const about = problemsOf(variables).filter((one) => one.includes('TOKEN_ENCRYPTION_KEYS'));
    expect(about).toEqual([expect.stringContaining('the key "weak" is not random')]);
    expect(about.join()).not.toContain(made.toString('base64').slice(0, 8));
  });

  it('accepts random keys in production, followed by an older key of any kind', () => {
    for (let round = 0; round < 500; round += 1) {
      const value = `a:${randomBytes(32).toString('base64')},old:${key(1)}`;
      const problems = problemsOf({ ...enough, NODE_ENV: 'production', TOKEN_ENCRYPTION_KEYS: value });
      expect(problems.join()).not.toContain('TOKEN_ENCRYPTION_KEYS');
    }
  });

  it.each([
    ['JWT_SECRET', 'a-string-secret-at-least-256-bits-long'],
    ['NOTIFY_WEBHOOK_SECRET', `whsec_${key(3)}`],
    ['TIKTOK_CLIENT_KEY', 'your-client-key'],
    ['TIKTOK_CLIENT_SECRET', 'changeme'],
    ['TIKTOK_BUSINESS_SECRET', 'xxxxxxxx'],
    ['S3_SECRET_ACCESS_KEY', '<secret>'],
  ])('refuses a guessable %s in production, without showing it', (name, value) => {
    const problems = problemsOf({ ...strong(), NODE_ENV: 'production', [name]: value });
    expect(problems.filter((one) => one.startsWith(name))).toHaveLength(1);
    expect(problems.join()).not.toContain(value);
    expect(problemsOf({ ...strong(), [name]: value }).join()).not.toContain('random');
  });

  it('accepts random secrets in production, and any JWT_SECRET that a key set replaces', () => {
    const problems = problemsOf({ ...strong(), NODE_ENV: 'production' }).join();
    for (const name of Object.keys(strong())) expect(problems).not.toContain(name);
    const replaced = { JWT_SECRET: 'x'.repeat(40), JWT_JWKS_URL: 'https://id.example/keys' };
    expect(problemsOf({ ...strong(), NODE_ENV: 'production', ...replaced }).join()).not.toContain(
      'JWT_SECRET',
    );
  });

  it('accepts http for a sandbox outside production', () => {
    const config = parseEnvironment({ ...enough, TIKTOK_API_BASE_URL: 'http://127.0.0.1:4010/' });
    expect(config.tiktok.apiBaseUrl).toBe('http://127.0.0.1:4010');
  });
});

describe('CRM_MEDIA_QUOTA_MB', () => {
  it('is at least as large as one file may be', () => {
    expect(problemsOf({ ...enough, CRM_MEDIA_MAX_MB: '20', CRM_MEDIA_QUOTA_MB: '20' })).toEqual([]);
    expect(problemsOf({ ...enough, CRM_MEDIA_MAX_MB: '20', CRM_MEDIA_QUOTA_MB: '19' })).toEqual([
      expect.stringContaining('CRM_MEDIA_QUOTA_MB: must be at least CRM_MEDIA_MAX_MB'),
    ]);
  });
});

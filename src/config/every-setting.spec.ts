import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ConfigError } from './config-error.js';
import { environmentSchema } from './environment.schema.js';
import { parseEnvironment } from './parse-environment.js';

const KEYS = Object.keys(environmentSchema.shape);
const KEY = `k:${Buffer.alloc(32, 1).toString('base64')}`;

/** The minimal settings. */
const ENOUGH: Record<string, string> = {
  DATABASE_URL: 'postgres://user:password@127.0.0.1:5432/connector',
  JWT_SECRET: 'a secret of more than 32 characters',
  TOKEN_ENCRYPTION_KEYS: KEY,
  TIKTOK_CLIENT_KEY: 'awClientKey',
  TIKTOK_CLIENT_SECRET: 'clientSecret',
};
/** A valid value for each variable without a default, with the others that it requires. */
const SAMPLES: Record<string, Record<string, string>> = {
  HOST: { HOST: '0.0.0.0' },
  PUBLIC_URL: { PUBLIC_URL: 'https://connector.example' },
  DATABASE_OWNER_URL: { DATABASE_OWNER_URL: 'postgres://owner:password@127.0.0.1:5432/connector' },
  DATABASE_SYSTEM_URL: { DATABASE_SYSTEM_URL: 'postgres://system:password@127.0.0.1:5432/connector' },
  API_DOCS: { API_DOCS: 'true' },
  REDIS_URL: { REDIS_URL: 'redis://:password@127.0.0.1:6379/0' },
  REDIS_PREFIX: { REDIS_PREFIX: 'connector-1' },
  JWT_JWKS_URL: { JWT_JWKS_URL: 'https://login.example/.well-known/jwks.json?v=1' },
  JWT_ISSUER: { JWT_ISSUER: 'https://login.example/' },
  JWT_AUDIENCE: { JWT_AUDIENCE: 'connector' },
  RETURN_URL_ORIGINS: { RETURN_URL_ORIGINS: 'https://admin.example,http://localhost:5173' },
  CORS_ORIGINS: { CORS_ORIGINS: 'https://admin.example' },
  TIKTOK_BUSINESS_APP_ID: { TIKTOK_BUSINESS_APP_ID: '7400000000000000001', TIKTOK_BUSINESS_SECRET: 's' },
  TIKTOK_BUSINESS_SECRET: { TIKTOK_BUSINESS_APP_ID: '7400000000000000001', TIKTOK_BUSINESS_SECRET: 's' },
  TIKTOK_WEBHOOK_SECRETS: { TIKTOK_WEBHOOK_SECRETS: 'old,next' },
  TIKTOK_BUSINESS_WEBHOOK_SECRETS: { TIKTOK_BUSINESS_WEBHOOK_SECRETS: 'old,next' },
  TIKTOK_UNVERIFIED_WEBHOOKS: { TIKTOK_UNVERIFIED_WEBHOOKS: 'ads' },
  TIKTOK_ACTIVE_USERS_PER_DAY: { TIKTOK_ACTIVE_USERS_PER_DAY: '5' },
  TIKTOK_VERIFIED_URLS: { TIKTOK_VERIFIED_URLS: 'example.com,https://media.example/tiktok/' },
  TIKTOK_VERIFICATION_FILES: { TIKTOK_VERIFICATION_FILES: '{"tiktokAbC.txt":"verification=AbC"}' },
  MEDIA_PUBLIC_URL: { MEDIA_PUBLIC_URL: 'https://media.example' },
  ...same(['SMTP_URL', 'NOTIFY_EMAIL_TO', 'NOTIFY_EMAIL_FROM'], {
    SMTP_URL: 'smtp://user:password@mail.example:587',
    NOTIFY_EMAIL_TO: 'a@example.com,b@example.com',
    NOTIFY_EMAIL_FROM: 'Connector <connector@example.com>',
  }),
  ...same(['NOTIFY_WEBHOOK_URL', 'NOTIFY_WEBHOOK_SECRET'], {
    NOTIFY_WEBHOOK_URL: 'https://hooks.example/in?x=1',
    NOTIFY_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
  }),
  ADMIN_UI: { ADMIN_UI: 'false' },
  ADMIN_UI_EMBED_ORIGINS: { ADMIN_UI_EMBED_ORIGINS: 'https://admin.example' },
  ADMIN_UI_LOGIN_URL: { ADMIN_UI_LOGIN_URL: 'https://admin.example/login' },
  ADMIN_UI_PUBLICATION_URL: { ADMIN_UI_PUBLICATION_URL: 'https://admin.example/p/{publicationId}' },
  ADMIN_UI_RECONNECT_URL: { ADMIN_UI_RECONNECT_URL: 'https://admin.example/i/{integrationId}' },
  ...same(['S3_BUCKET', 'S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'], {
    S3_BUCKET: 'videos',
    S3_ENDPOINT: 'https://minio.example:9000',
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: 'secret',
  }),
  UPLOAD_LIMITS: { UPLOAD_LIMITS: '{"org-1":{"maxBytes":1000000000}}' },
  SYNC_COMMENTS_HOURS: { SYNC_COMMENTS_HOURS: '6' },
  ADS_LOW_BALANCE_AMOUNTS: { ADS_LOW_BALANCE_AMOUNTS: 'USD:100,JPY:10000' },
  ADS_ALLOWLISTED: { ADS_ALLOWLISTED: 'CONVERSATION,DESTINATION_VISIT' },
  SANDBOX_PORT: { SANDBOX_PORT: '4010' },
};

function same(keys: string[], sample: Record<string, string>): Record<string, Record<string, string>> {
  return Object.fromEntries(keys.map((key) => [key, sample]));
}

const EXAMPLE = parseEnv(readFileSync('.env.example', 'utf8')) as Record<string, string>;
const rightFor = (key: string): Record<string, string> => ({
  ...ENOUGH,
  ...(SAMPLES[key] ?? { [key]: ENOUGH[key] ?? EXAMPLE[key] ?? '' }),
});
const rightValue = (key: string): string => rightFor(key)[key] ?? '';

function problemsOf(variables: Record<string, string>): string[] {
  try {
    parseEnvironment(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

/** What editors and shells leave around a value. */
const WRAPPINGS: [string, (value: string) => string][] = [
  ['a carriage return', (value) => `${value}\r`],
  ['line ends', (value) => `\n${value}\r\n`],
  ['blanks', (value) => `  ${value}\t`],
  ['a blank that is none', (value) => `\u00a0${value}`],
  ['a byte order mark', (value) => `\ufeff${value}`],
  ['double quotes', (value) => `"${value}"`],
  ['single quotes with blanks', (value) => ` ' ${value} '\r`],
];
const INSIDE = ['\n', '\r\n', '\0', '\t', '\u200b', '\u2028', '\ufeff'];
const IS_JSON = new Set(['UPLOAD_LIMITS', 'TIKTOK_VERIFICATION_FILES']);

describe.each(KEYS)('%s', (key) => {
  it('has a valid sample', () => {
    expect(rightValue(key)).not.toBe('');
    expect(problemsOf(rightFor(key))).toEqual([]);
  });

  it.each(WRAPPINGS)('is trimmed of %s, which is reported without the value', (_, wrap) => {
    const config = parseEnvironment({ ...rightFor(key), [key]: wrap(rightValue(key)) });
    const { tidiedKeys, ...settings } = config;
    const { tidiedKeys: none, ...expected } = parseEnvironment(rightFor(key));
    expect(settings).toEqual(expected);
    expect([tidiedKeys, none]).toEqual([[key], []]);
    expect(config.notices.join()).toContain(key);
    if (rightValue(key).length > 5) expect(config.notices.join()).not.toContain(rightValue(key));
  });

  it('is unset if it consists of blanks or quotes', () => {
    const { [key]: _dropped, ...rest } = rightFor(key);
    for (const nothing of ['', ' ', '\r', '""', ' " " '])
      expect(problemsOf({ ...rest, [key]: nothing })).toEqual(problemsOf(rest));
  });

  it.each(INSIDE)('is refused by name with %j inside', (sign) => {
    if (IS_JSON.has(key)) return;
    const value = rightValue(key);
    const broken = value.slice(0, 1) + sign + (value.slice(1) || 'x');
    const problems = problemsOf({ ...rightFor(key), [key]: broken });
    expect(problems).toEqual([`${key}: must not contain line breaks or invisible characters`]);
  });

  it('is accepted, or refused by name and without its value', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.json(),
      fc.double().map(String),
      fc.array(fc.domain()).map(String),
    );
    fc.assert(
      fc.property(anything, (value) => {
        const about = problemsOf({ ...rightFor(key), [key]: value });
        for (const message of about) {
          expect(message).toContain(key);
          if (value.length > 12) expect(message).not.toContain(value);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('All settings together', () => {
  it('are reported at once: invalid values, missing ones and conflicts', () => {
    const problems = problemsOf({
      PORT: 'http',
      DATABASE_URL: 'mysql://x/y',
      NODE_ENV: 'production',
      SMTP_URL: 'smtp://mail.example',
      TIKTOK_CLIENT_KEY: 'has a blank',
      PUBLIC_URL: 'http://connector.example',
      JWT_SECRET: 'short',
    });
    expect(problems.map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining([
        'PORT',
        'DATABASE_URL',
        'TIKTOK_CLIENT_KEY',
        'TIKTOK_CLIENT_SECRET',
        'JWT_SECRET',
        'TOKEN_ENCRYPTION_KEYS',
        'SMTP_URL, NOTIFY_EMAIL_TO and NOTIFY_EMAIL_FROM',
        'JWT_ISSUER',
        'JWT_AUDIENCE',
        'RETURN_URL_ORIGINS',
        'PUBLIC_URL',
      ]),
    );
  });

  it('are each reported once', () => {
    const problems = problemsOf({ ...ENOUGH, JWT_SECRET: 'short', DATABASE_URL: 'x', PORT: '1e3' });
    expect(problems.map((line) => line.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'JWT_SECRET']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { ConfigError } from './config-error.js';
import { parseEnvironment } from './parse-environment.js';

const ENOUGH: Record<string, string> = {
  DATABASE_URL: 'postgres://user:password@127.0.0.1:5432/connector',
  JWT_SECRET: 'a secret of more than 32 characters',
  TOKEN_ENCRYPTION_KEYS: `k:${Buffer.alloc(32, 1).toString('base64')}`,
  TIKTOK_CLIENT_KEY: 'awClientKey',
  TIKTOK_CLIENT_SECRET: 'clientSecret',
};
const S3 = { S3_BUCKET: 'b', S3_ENDPOINT: 'https://s3.example' };
const parse = (variables: Record<string, string>) => parseEnvironment({ ...ENOUGH, ...variables });

function problems(variables: Record<string, string>): string {
  try {
    parse(variables);
    return '';
  } catch (error) {
    return (error as ConfigError).problems.join('\n');
  }
}

describe('A number', () => {
  it.each(['1e3', '0x10', '0b1', '3000.0', '3_000', '+3000', '-1', '3000;', '٣', 'NaN', 'Infinity', '65536'])(
    'is refused as %s for PORT',
    (value) =>
      expect(problems({ PORT: value })).toBe('PORT: must be a whole number from 0 to 65535, in digits'),
  );

  it.each([
    ['UPLOAD_URL_TTL_SECONDS', '99999999999999'],
    ['UPLOAD_RESUME_SECONDS', '9999999999999999'],
    ['REMOVED_ACCESS_PURGE_DAYS', '100000000'],
    ['MAX_STAGED_BYTES', '99999999999999999'],
    ['MAX_STAGED_BYTES', '0'],
  ])('out of range is refused: %s=%s', (key, value) => {
    expect(problems({ [key]: value })).toContain(`${key}: must be a whole number`);
  });
});

describe('A flag', () => {
  it.each(['TRUE', 'yes', 'on', 'y', '2', 'False'])('is refused as %s', (value) => {
    expect(problems({ S3_PATH_STYLE: value })).toBe('S3_PATH_STYLE: must be true or false');
  });
});

describe('An origin', () => {
  it.each([
    ['https://Connector.EXAMPLE', 'https://connector.example'],
    ['https://connector.example:443/', 'https://connector.example'],
    ['http://connector.example:80', 'http://connector.example'],
    ['HTTPS://connector.example//', 'https://connector.example'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('%s is normalised to %s, for OAuth and CORS', (given, origin) => {
    expect(parse({ PUBLIC_URL: given }).http.publicUrl).toBe(origin);
    const { returnUrlOrigins, http } = parse({ RETURN_URL_ORIGINS: given });
    expect(returnUrlOrigins[0]).toBe(origin);
    expect(http.corsOrigins).toEqual(returnUrlOrigins);
    expect(parse({ CORS_ORIGINS: `${given},${given}` }).http.corsOrigins).toEqual([origin]);
  });

  const WRONG = [
    'https://connector.example/app',
    'https://connector.example/?x=1',
    'https://connector.example?x',
    'https://connector.example#x',
    'https://user:hunter2@connector.example',
    'https://user@connector.example',
    'https://*.connector.example',
    'https://*',
    '*',
    'connector.example',
    '//connector.example',
    'https:connector.example',
    'https:\\\\connector.example',
    'https:///connector.example',
    'https://connector.example:99999',
    'ftp://connector.example',
    'javascript:alert(1)',
    'https://a b.example',
    'null',
  ];
  it.each(WRONG)('is refused as %s', (value) => {
    for (const key of ['PUBLIC_URL', 'MEDIA_PUBLIC_URL', 'TIKTOK_API_BASE_URL']) {
      expect(problems({ [key]: value })).toMatch(`${key}: must be an address such as`);
      expect(problems({ [key]: value })).not.toContain('hunter2');
    }
  });
  it.each(WRONG)('is refused by its position in a list as %s', (value) => {
    for (const key of ['RETURN_URL_ORIGINS', 'CORS_ORIGINS'])
      expect(problems({ [key]: `https://admin.example,${value}` })).toMatch(
        `${key}: item 2 must be an address`,
      );
  });
});

describe('A list', () => {
  it.each(['https://a.example,,https://b.example', 'https://a.example,', ',https://a.example', ',', ' , '])(
    'with an empty item is refused: %s',
    (value) =>
      expect(problems({ CORS_ORIGINS: value })).toMatch(/^CORS_ORIGINS: item \d of the list is empty/),
  );

  it('may have blanks around its items', () => {
    expect(parse({ CORS_ORIGINS: 'https://a.example , https://b.example' }).http.corsOrigins).toEqual([
      'https://a.example',
      'https://b.example',
    ]);
  });
});

describe('An id or a secret', () => {
  it.each(['aw key', 'aw\u00e9', 'aw\u2028key'])('is refused as %j', (value) => {
    for (const key of ['TIKTOK_CLIENT_KEY', 'TIKTOK_CLIENT_SECRET'])
      expect(problems({ [key]: value })).toMatch(new RegExp(`^${key}: must`));
  });

  it('is refused with a quotation mark at one end only', () => {
    expect(problems({ JWT_SECRET: `"${'x'.repeat(40)}` })).toBe(
      'JWT_SECRET: starts or ends with a quotation mark: remove it',
    );
  });
});

describe('An unusable value', () => {
  const WEBHOOK = { NOTIFY_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 1).toString('base64')}` };
  const CASES: [key: string, value: string, message: RegExp, rest?: Record<string, string>][] = [
    ['PUBLIC_URL', 'https://connector.example:0', /must be an address/],
    ['CORS_ORIGINS', 'https://connector.example:0', /item 1 must be an address/],
    ['JWT_JWKS_URL', 'https://login.example:0/jwks', /port 0/],
    ['NOTIFY_WEBHOOK_URL', 'https://hooks.example:0', /port 0/, WEBHOOK],
    ['S3_ENDPOINT', 'http://minio.example:0', /port 0/, { S3_BUCKET: 'b' }],
    ['DATABASE_URL', 'postgres://h:0/db', /port 0/],
    ['REDIS_URL', 'redis://h:0', /port 0/],
    ['DATABASE_URL', 'postgres://', /must name a server/],
    ['DATABASE_OWNER_URL', 'postgres:///connector', /must name a server/],
    ['REDIS_URL', 'redis://', /must name a server/],
    ['DATABASE_URL', 'postgres://user:100%@h/db', /write % as %25/],
    ['HOST', '256.1.1.1', /must be a name or an IP address/],
    ['HOST', '1.2.3', /must be a name or an IP address/],
    ['HOST', 'a..b', /must be a name or an IP address/],
    ['HOST', 'a-.b', /must be a name or an IP address/],
    ['TRUST_PROXY', 'TRUE', /must be true, false or the number of proxies, at most 10/],
    ['TRUST_PROXY', '11', /must be true, false or the number of proxies, at most 10/],
    ['TRUST_PROXY', 'constructor', /must be true, false or the number of proxies, at most 10/],
    ['TRUST_PROXY', '-1', /must be true, false or the number of proxies, at most 10/],
    ['SYNC_CRON', '0 0 31 2 *', /exists in the calendar/],
    ['SYNC_CRON', '0 0 31 4,6,9,11 *', /exists in the calendar/],
    ['S3_PREFIX', '../', /without \. and \.\. in it/, S3],
    ['S3_PREFIX', 'a/./b/', /without \. and \.\. in it/, S3],
    ['DATA_DIR', '~/connector', /must be a plain path/],
    ['DATA_DIR', '$HOME/connector', /must be a plain path/],
    ['DATA_DIR', '/srv/${NAME}', /must be a plain path/],
    ['ADMIN_UI_RECONNECT_URL', 'admin.example/{integrationId}', /must be an address such as/],
    ['TOKEN_ENCRYPTION_KEYS', `k:!!${Buffer.alloc(32, 1).toString('base64')}`, /are not base64/],
  ];

  it.each(CASES)('is refused: %s=%s', (key, value, message, rest = {}) => {
    expect(problems({ ...rest, [key]: value })).toMatch(message);
    expect(problems({ ...rest, [key]: value })).toMatch(new RegExp(`^${key}: `));
  });

  it.each([
    ['DATABASE_URL', 'postgres:///db?host=/var/run/postgresql'],
    ['DATABASE_URL', 'postgres://user:100%25@h/db'],
    ['HOST', 'connector-1.internal'],
    ['SYNC_CRON', '0 0 29 2 *'],
    ['SYNC_CRON', '@daily'],
    ['DATA_DIR', '/srv/~backup/data$'],
    ['S3_PREFIX', '.uploads/v1.2/'],
  ])('accepts %s=%s', (key, value) => expect(problems({ [key]: value })).toBe(''));

  it('is not a duplicate item of a list, which counts once', () => {
    const { notifications, pulls, tiktok } = parse({
      SMTP_URL: 'smtp://mail.example',
      NOTIFY_EMAIL_FROM: 'a@example.com',
      NOTIFY_EMAIL_TO: 'b@example.com,c@example.com, b@example.com',
      TIKTOK_VERIFIED_URLS: 'example.com,example.com',
      TIKTOK_UPLOAD_HOSTS: 'tiktokapis.com,tiktokapis.com',
    });
    expect(notifications.email?.to).toEqual(['b@example.com', 'c@example.com']);
    expect([pulls.verifiedUrls, tiktok.uploadHosts]).toEqual([['example.com'], ['tiktokapis.com']]);
  });
});

describe('Other settings', () => {
  it.each([
    ['HOST', 'http://0.0.0.0'],
    ['HOST', '0.0.0.0:3000'],
    ['HOST', '[::]'],
    ['DATABASE_URL', 'postgres://user:1#2@host/db'],
    ['DATABASE_URL', 'http://host/db'],
    ['REDIS_URL', 'redis://host:6379/jobs'],
    ['REDIS_URL', '127.0.0.1:6379'],
    ['JWT_JWKS_URL', 'ftp://login.example/jwks'],
    ['JWT_JWKS_URL', 'https://user:hunter2@login.example/jwks'],
    ['TIKTOK_UPLOAD_HOSTS', 'https://tiktokapis.com'],
    ['TIKTOK_UPLOAD_HOSTS', '*.tiktokapis.com'],
    ['TIKTOK_BUSINESS_BASE_URL', 'https://business-api.tiktok.com/open_api/v1.3'],
    ['ADMIN_UI_RECONNECT_URL', 'https://user:hunter2@admin.example/{integrationId}'],
    ['S3_BUCKET', 'videos/2026'],
    ['SYNC_CRON', 'every day'],
    ['UPLOAD_LIMITS', '{"org-1":{"maxBytes":1},"org-1":{"maxBytes":2}}'],
    ['UPLOAD_LIMITS', '{" org-1":{"maxBytes":1}}'],
    ['UPLOAD_LIMITS', '{"org-1":{"urlTtlSeconds":9999999999999}}'],
    ['TIKTOK_VERIFICATION_FILES', '{"a.txt":"1","a.txt":"2"}'],
    ['NODE_ENV', 'Production'],
    ['LOG_LEVEL', 'verbose'],
  ])('%s is refused as %s', (key, value) => {
    expect(problems({ ...S3, [key]: value })).toMatch(new RegExp(`^${key}: `));
    expect(problems({ ...S3, [key]: value })).not.toContain('hunter2');
  });

  it('accept an S3 endpoint with a path, an issuer with a trailing slash, and a web address with a query', () => {
    const config = parse({
      ...S3,
      S3_ENDPOINT: 'https://project.example/storage/v1/s3/',
      JWT_ISSUER: 'https://login.example/',
      NOTIFY_WEBHOOK_URL: 'https://hooks.example/in?key=1',
      NOTIFY_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
    });
    expect(config.uploads.s3?.endpoint).toBe('https://project.example/storage/v1/s3');
    expect(config.jwt.issuer).toBe('https://login.example/');
    expect(config.notifications.webhook?.url).toBe('https://hooks.example/in?key=1');
  });

  it('refuse a user in NOTIFY_WEBHOOK_URL without showing the password', () => {
    const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    const said = problems({
      NOTIFY_WEBHOOK_URL: 'https://me:hunter2@hooks.example/',
      NOTIFY_WEBHOOK_SECRET: secret,
    });
    expect(said).toBe('NOTIFY_WEBHOOK_URL: must not contain a user or password');
  });
});

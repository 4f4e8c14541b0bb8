import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { buildService } from '../support/harness/build-service.js';
import { Deployment, newKey, type Ended } from '../support/harness/deployment.js';
import { smallDisk, type SmallDisk } from '../support/small-disk.js';

const STARTS_TAKE_MS = 180_000;
const NO_DATABASE = { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x' };
const NO_REDIS = { REDIS_URL: 'redis://127.0.0.1:1/0' };

let deployment: Deployment;
let disk: SmallDisk | undefined;
const key = newKey('k1');

beforeAll(async () => {
  await buildService();
  deployment = await Deployment.open();
}, STARTS_TAKE_MS);
afterEach(() => {
  disk?.remove();
  disk = undefined;
});
afterAll(() => deployment.close());

/** Without a stack, and without the password. */
function expectEnd({ code, text }: Ended, expected: number, words: string | RegExp): void {
  expect(text).toMatch(words);
  expect(text).not.toContain('    at ');
  expect(text).not.toContain('secret@');
  expect(code).toBe(expected);
}

describe('every command exits', () => {
  it.each([
    ['keys-rotate', [], 'The database cannot be used'],
    ['doctor', ['--json'], 'cannot be used: ECONNREFUSED'],
  ] as const)(
    '%s when the database does not answer',
    async (name, args, words) => {
      expectEnd(await deployment.command(name, [...args], key, NO_DATABASE), 1, words);
    },
    STARTS_TAKE_MS,
  );

  it.each([
    ['keys-rotate', [], 0, 'Done: 0 stored values'],
    ['doctor', ['--json'], 1, 'Redis at REDIS_URL does not respond'],
  ] as const)(
    '%s when Redis does not answer',
    async (name, args, code, words) => {
      expectEnd(await deployment.command(name, [...args], key, NO_REDIS), code, words);
    },
    STARTS_TAKE_MS,
  );

  it.each([
    ['keys-rotate', ['--force'], 2, 'usage: npm run keys:rotate'],
    ['doctor', ['--xml'], 2, 'usage: npm run doctor'],
    ['token', ['--organisation', 'x'], 2, 'usage: npm run --silent token'],
    ['token', ['--org', 'a\nb'], 2, 'Name the organisation'],
  ] as const)(
    '%s with wrong arguments',
    async (name, args, code, words) => {
      expectEnd(await deployment.command(name, [...args], key), code, words);
    },
    STARTS_TAKE_MS,
  );

  const PRODUCTION = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://connector.example',
    JWT_SECRET: randomBytes(32).toString('base64'),
    JWT_ISSUER: 'https://login.example/',
    JWT_AUDIENCE: 'connector',
    RETURN_URL_ORIGINS: 'https://admin.example',
    TIKTOK_AUTH_BASE_URL: '',
    TIKTOK_API_BASE_URL: '',
    TIKTOK_BUSINESS_BASE_URL: '',
    TIKTOK_KEEP_RATE_LIMITS: '',
    TOKEN_ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  };
  const JWKS = { JWT_JWKS_URL: 'https://login.example/jwks' };
  const OPS = ['--production', '--org', 'acme', '--user', 'ops'];

  it.each([
    ['too many minutes', [...OPS, '--minutes', '61'], PRODUCTION, '--minutes is a whole number'],
    [
      'minutes that are not a number',
      [...OPS, '--minutes', '1e1'],
      PRODUCTION,
      '--minutes is a whole number',
    ],
    [
      'a key set of an identity provider',
      OPS,
      { ...PRODUCTION, ...JWKS },
      'only your identity provider can sign',
    ],
    ['a key set in development', ['--org', 'acme'], JWKS, 'ask your identity provider'],
  ])(
    'token with %s, with one line',
    async (_what, args, environment, words) => {
      const ended = await deployment.command('token', args, key, environment);
      expectEnd(ended, 2, words);
      expect(ended.text).not.toContain('did not start');
    },
    STARTS_TAKE_MS,
  );

  it.each(['keys-rotate', 'doctor', 'start'] as const)(
    '%s with an invalid configuration',
    async (name) => {
      expectEnd(
        await deployment.command(name, [], 'k1:short'),
        1,
        'TOKEN_ENCRYPTION_KEYS: item 1 must be 32 bytes',
      );
    },
    STARTS_TAKE_MS,
  );
});

const start = (more: Record<string, string>) =>
  deployment.command('start', [], key, {
    DATABASE_URL: '',
    DATABASE_OWNER_URL: '',
    TIKTOK_CLIENT_KEY: '',
    TIKTOK_CLIENT_SECRET: '',
    PORT: '0',
    SANDBOX_PORT: '0',
    ...more,
  });

describe('npm start that fails', () => {
  it(
    'reports a disk without room for the database',
    async () => {
      disk = smallDisk(3_000);
      const folder = disk?.folder ?? path.join(deployment.dataDir, 'a file');
      if (!disk) await writeFile(folder, '');
      const ended = await start({ DATA_DIR: path.join(folder, 'data') });
      expectEnd(ended, 1, disk ? /could not initialise .* No space left on device/ : 'cannot be written');
      disk?.fill();
      expectEnd(await start({ DATA_DIR: path.join(folder, 'other') }), 1, 'cannot be written');
    },
    STARTS_TAKE_MS,
  );

  it(
    'reports a HOST that is not an address of this machine',
    async () => {
      const ended = await start({ HOST: '192.0.2.1', PORT: '23456' });
      expectEnd(ended, 1, 'Set HOST to an address of this machine');
    },
    STARTS_TAKE_MS,
  );

  it(
    'stops its database and its sandbox when the service cannot start',
    async () => {
      // The service reads this setting only after the database and the sandbox run.
      const dataDir = path.join(deployment.dataDir, 'brought');
      const ended = await start({ DATA_DIR: dataDir, SYNC_CRON: 'never' });
      expectEnd(ended, 1, 'SYNC_CRON');
      expect(existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    },
    STARTS_TAKE_MS,
  );
});

import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '../support/database.js';
import { reservePort } from '../support/free-port.js';
import { buildService } from '../support/harness/build-service.js';
import { Deployment, newKey, type Ended } from '../support/harness/deployment.js';
import { smallDisk, type SmallDisk } from '../support/small-disk.js';

const STARTS_TAKE_MS = 180_000;

let deployment: Deployment;
let key: string;
let disk: SmallDisk | undefined;
let other: Server | undefined;

beforeAll(async () => {
  await buildService();
  deployment = await Deployment.open({ migrated: false });
  key = newKey('k1');
}, STARTS_TAKE_MS);
afterEach(() => {
  other?.close();
  other = undefined;
  disk?.remove();
  disk = undefined;
});
afterAll(() => deployment.close());

/** One line on standard error, nothing on standard output, and exit code 1. */
function expectPlainEnd({ code, text, errors }: Ended, words: string | RegExp): void {
  expect({ code, errors, text: text.trim() }).toEqual({
    code: 1,
    errors: [expect.stringMatching(words)],
    text: expect.not.stringContaining('    at '),
  });
  expect(text.trim()).toBe(errors.join('\n'));
}

describe('the production entry exits with one line', () => {
  it(
    'when its port is taken, before it has touched the database',
    async () => {
      const port = await reservePort();
      other = createServer().listen(port, '127.0.0.1');
      await once(other, 'listening');

      const ended = await deployment.failToStart(key, { PORT: String(port) });

      expectPlainEnd(ended, `Port ${port} is already in use`);
      const tables = await deployment.database.query(
        `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`,
      );
      expect(tables).toEqual([]);
    },
    STARTS_TAKE_MS,
  );

  it.each<[string, (url: URL) => unknown, string]>([
    ['refuses the password', (url) => (url.password = 'wrong'), 'password authentication failed'],
    ['has no such database', (url) => (url.pathname = '/nowhere'), 'database "nowhere" does not exist'],
    ['does not listen', (url) => (url.port = '1'), 'ECONNREFUSED'],
    ['has a host that does not exist', (url) => (url.hostname = 'db.invalid'), 'db.invalid'],
  ])(
    'when PostgreSQL %s',
    async (_what, change, words) => {
      for (const name of ['DATABASE_OWNER_URL', 'DATABASE_URL']) {
        const url = new URL(deployment.environment(key)[name] ?? '');
        change(url);
        expectPlainEnd(await deployment.failToStart(key, { [name]: url.href }), words);
      }
    },
    STARTS_TAKE_MS,
  );

  it(
    'when PostgreSQL does not reveal the prefix for Redis',
    async () => {
      await deployment.database.query('REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC');
      try {
        const ended = await deployment.failToStart(key, { REDIS_URL: 'redis://127.0.0.1:1/0' });
        expectPlainEnd(ended, 'Set REDIS_PREFIX');
      } finally {
        await deployment.database.query('GRANT EXECUTE ON FUNCTION pg_control_system() TO PUBLIC');
      }
    },
    STARTS_TAKE_MS,
  );

  it(
    'when the database is lost while it migrates',
    async () => {
      // Processes that migrate queue at this lock, so this one waits in the middle of its start.
      const ended = holdingMigrationLock(async () => {
        const start = deployment.failToStart(key);
        await untilWaiting();
        await deployment.database.query(
          `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
        );
        return await start;
      });
      expectPlainEnd(await ended, 'The database cannot be used');
    },
    STARTS_TAKE_MS,
  );

  it(
    'when HOST is not an address of this machine',
    async () => {
      expectPlainEnd(await deployment.failToStart(key, { HOST: '192.0.2.1' }), 'Set HOST to an address');
    },
    STARTS_TAKE_MS,
  );

  it(
    'when a file is in the place of its data folder',
    async () => {
      const file = path.join(deployment.dataDir, 'a file');
      await writeFile(file, '');
      const ended = await deployment.failToStart(key, { DATA_DIR: file });
      expectPlainEnd(ended, /The data folder .* cannot be written to: a file is in its place/);
    },
    STARTS_TAKE_MS,
  );

  it.each([
    ['full', (small: SmallDisk) => small.fill(), 'the disk is full, ENOSPC'],
    ['read-only', (small: SmallDisk) => small.makeReadOnly(), 'the file system is read-only, EROFS'],
  ])(
    'when the disk of its data folder is %s',
    async (_what, spoil, words) => {
      disk = smallDisk(64);
      // Without the right to mount, the test uses a place where no user can write.
      if (disk) spoil(disk);
      const ended = await deployment.failToStart(key, { DATA_DIR: disk?.folder ?? '/proc/connector' });
      expectPlainEnd(ended, disk ? words : 'cannot be written');
    },
    STARTS_TAKE_MS,
  );
});

async function holdingMigrationLock<T>(work: () => Promise<T>): Promise<T> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: deployment.database.ownerUrl });
  await client.connect();
  await client.query('SELECT pg_advisory_lock(7238115701)');
  try {
    return await work();
  } finally {
    await client.end();
  }
}

async function untilWaiting(): Promise<void> {
  const waiting = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
  while ((await run(deployment.database.ownerUrl, waiting)).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

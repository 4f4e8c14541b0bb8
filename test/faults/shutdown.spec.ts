import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connectAccount } from '../support/consent.js';
import { createDatabase } from '../support/database.js';
import { reservePort } from '../support/free-port.js';
import { LaunchedService, until } from '../support/launched-service.js';
import { clip } from '../support/media.js';
import { begin } from '../support/publishing.js';
import { RawHttp } from '../support/raw-http.js';

// The first start may compile, and makes a cluster.
const STARTS_TAKE_MS = 180_000;
const GRACE_SECONDS = 2;
const STOPS_WITHIN_MS = (GRACE_SECONDS + 5) * 1000;

let folder: string;
let service: LaunchedService | undefined;

// Compiles when something changed, so that no start has to wait for that.
beforeAll(async () => {
  const token = [path.resolve('scripts', 'run.mjs'), 'token', '--org', 'acme'];
  const data = await mkdtemp(path.join(os.tmpdir(), 'connector-build-'));
  const build = spawn(process.execPath, token, { env: { ...process.env, DATA_DIR: data }, stdio: 'ignore' });
  await once(build, 'exit');
  await rm(data, { recursive: true, force: true });
}, STARTS_TAKE_MS);
beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'connector-stop-')));
});
afterEach(async () => {
  await service?.stop();
  service = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function start(variables: Record<string, string> = {}): Promise<LaunchedService> {
  const port = await reservePort();
  const given = { SANDBOX_PORT: '0', SHUTDOWN_GRACE_SECONDS: String(GRACE_SECONDS), ...variables };
  service = await LaunchedService.start(folder, port, given);
  if (!service.isReady) throw new Error(`it did not start: ${service.output}`);
  return service;
}

function staged(): Promise<string[]> {
  return readdir(path.join(folder, 'uploads')).catch(() => []);
}

async function timed<T>(work: Promise<T>): Promise<{ result: T; ms: number }> {
  const startedAt = Date.now();
  const result = await work;
  return { result, ms: Date.now() - startedAt };
}

describe('SIGTERM', () => {
  it(
    'is not held up by an upload that went silent, and nothing is left of that',
    async () => {
      const running = await start();
      const api = running.api('acme');
      await connectAccount(api, { account: 'demo' });
      const { uploadUrl } = await begin(api);
      await RawHttp.silentAfter(uploadUrl, 'PUT', (await clip()).subarray(0, 1024));
      await until(async () => (await staged()).length === 1);

      const { result, ms } = await timed(running.stop());

      expect(result).toBe(0);
      expect(ms).toBeLessThan(STOPS_WITHIN_MS);
      expect(await staged()).toEqual([]);
      expect(running.postgresRuns).toBe(false);
    },
    STARTS_TAKE_MS,
  );

  it(
    'lets an upload that moves come to its end',
    async () => {
      const running = await start({ SHUTDOWN_GRACE_SECONDS: '20' });
      const api = running.api('acme');
      await connectAccount(api, { account: 'demo' });
      const { uploadUrl } = await begin(api);
      const bytes = await clip();
      const { pathname, search } = new URL(uploadUrl);
      const connection = await RawHttp.to(uploadUrl);
      connection.write(
        `PUT ${pathname}${search} HTTP/1.1\r\nhost: x\r\ncontent-length: ${bytes.length}\r\n\r\n`,
      );
      connection.write(bytes.subarray(0, 1024));
      await until(async () => (await staged()).length === 1);

      const stopped = running.stop();
      await until(() => running.output.includes('SIGTERM'));
      connection.write(bytes.subarray(1024));

      expect(await connection.closed()).toMatch(/^HTTP\/1\.1 200 /);
      const { result, ms } = await timed(stopped);
      expect(result).toBe(0);
      // The grace is for requests, not for connections that are kept alive after them.
      expect(ms).toBeLessThan(STOPS_WITHIN_MS);
      expect((await staged()).filter((name) => name.endsWith('.part'))).toEqual([]);
    },
    STARTS_TAKE_MS,
  );

  it(
    'ends the production entry in the same way',
    async () => {
      const database = await createDatabase();
      const port = await reservePort();
      const child: ChildProcess = spawn(process.execPath, [path.resolve('dist/src/main.js')], {
        cwd: folder,
        stdio: 'ignore',
        env: {
          PATH: process.env.PATH,
          PORT: String(port),
          DATA_DIR: folder,
          LOG_LEVEL: 'silent',
          DATABASE_URL: database.appUrl,
          DATABASE_SYSTEM_URL: database.systemUrl,
          DATABASE_OWNER_URL: database.ownerUrl,
          JWT_SECRET: 'x'.repeat(40),
          TOKEN_ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`,
          TIKTOK_CLIENT_KEY: 'key',
          TIKTOK_CLIENT_SECRET: 'secret',
          SHUTDOWN_GRACE_SECONDS: String(GRACE_SECONDS),
        },
      });
      const exited = once(child, 'exit');
      try {
        const url = `http://127.0.0.1:${port}`;
        await until(() =>
          fetch(`${url}/health/ready`).then(
            ({ ok }) => ok,
            () => false,
          ),
        );
        const type = 'content-type: application/json\r\n';
        await RawHttp.silentAfter(`${url}/api/sync/trigger`, 'POST', Buffer.from('{'), type);

        child.kill('SIGTERM');
        const { result, ms } = await timed(exited);

        expect(result).toEqual([0, null]);
        expect(ms).toBeLessThan(STOPS_WITHIN_MS);
      } finally {
        child.kill('SIGKILL');
        await exited;
        await database.drop();
      }
    },
    STARTS_TAKE_MS,
  );
});

describe('npm start with PORT=0', () => {
  it(
    'names the port that it took',
    async () => {
      service = await LaunchedService.start(folder, 0, { SANDBOX_PORT: '0' });

      const url = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(service.output)?.[0] ?? service.output;

      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      expect(await service.stop()).toBe(0);
    },
    STARTS_TAKE_MS,
  );
});

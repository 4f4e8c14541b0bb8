import { existsSync } from 'node:fs';
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connectAccount } from '../support/given/consent.js';
import { createDatabase } from '../support/database.js';
import { reservePort } from '../support/free-port.js';
import { buildService } from '../support/harness/build-service.js';
import { developmentCallerOf } from '../support/harness/local-caller.js';
import { ServiceProcess } from '../support/harness/service-process.js';
import { until } from '../support/harness/until.js';
import { clip } from '../support/given/videos.js';
import { begin } from '../support/given/publications.js';
import { RawHttp } from '../support/raw-http.js';

// The first start may compile, and makes a cluster.
const STARTS_TAKE_MS = 180_000;
const GRACE_SECONDS = 2;
const STOPS_WITHIN_MS = (GRACE_SECONDS + 5) * 1000;

let folder: string;
let service: ServiceProcess | undefined;

// One for all starts, so that only the first makes a cluster.
beforeAll(async () => {
  await buildService();
  folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'connector-stop-')));
}, STARTS_TAKE_MS);
afterEach(async () => {
  await service?.stop();
  service = undefined;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(more: Record<string, string> = {}): Promise<ServiceProcess> {
  const grace = String(GRACE_SECONDS);
  const variables = { SANDBOX_PORT: '0', LOG_LEVEL: 'error', SHUTDOWN_GRACE_SECONDS: grace, ...more };
  service = new ServiceProcess({ entry: 'npm-start', port: await reservePort(), dataDir: folder, variables });
  return await service.ready();
}

/** PostgreSQL has this file while it runs. */
function postgresRuns(): boolean {
  return existsSync(path.join(folder, 'postgres', 'postmaster.pid'));
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
    'does not wait for a silent upload, and removes its bytes',
    async () => {
      const running = await start();
      const api = developmentCallerOf(running, 'acme');
      await connectAccount(api, { account: 'demo' });
      const { uploadUrl } = await begin(api);
      await RawHttp.silentAfter(uploadUrl, 'PUT', (await clip()).subarray(0, 1024));
      await until(async () => (await staged()).length === 1);

      const { result, ms } = await timed(running.stop());

      expect(result).toBe(0);
      expect(ms).toBeLessThan(STOPS_WITHIN_MS);
      expect(await staged()).toEqual([]);
      expect(postgresRuns()).toBe(false);
    },
    STARTS_TAKE_MS,
  );

  it(
    'lets an active upload finish',
    async () => {
      const running = await start({ SHUTDOWN_GRACE_SECONDS: '20' });
      const api = developmentCallerOf(running, 'acme');
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
      // The grace period covers requests, not idle keep-alive connections.
      expect(ms).toBeLessThan(STOPS_WITHIN_MS);
      expect((await staged()).filter((name) => name.endsWith('.part'))).toEqual([]);
    },
    STARTS_TAKE_MS,
  );

  it(
    'stops the production entry within its grace period',
    async () => {
      const database = await createDatabase();
      service = new ServiceProcess({
        port: await reservePort(),
        dataDir: path.join(folder, 'production'),
        variables: {
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
      try {
        const { url } = await service.ready();
        const type = 'content-type: application/json\r\n';
        await RawHttp.silentAfter(`${url}/api/sync/trigger`, 'POST', Buffer.from('{'), type);

        const { result, ms } = await timed(service.stop());

        expect(result).toBe(0);
        expect(ms).toBeLessThan(STOPS_WITHIN_MS);
      } finally {
        await service.kill();
        await database.drop();
      }
    },
    STARTS_TAKE_MS,
  );
});

describe('npm start with PORT=0', () => {
  it(
    'prints the port that it chose',
    async () => {
      const variables = { SANDBOX_PORT: '0', LOG_LEVEL: 'error' };
      service = new ServiceProcess({ entry: 'npm-start', port: 0, dataDir: folder, variables });
      await service.ready();

      const url = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(service.output)?.[0] ?? service.output;

      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      expect(await service.stop()).toBe(0);
    },
    STARTS_TAKE_MS,
  );
});

import { createServer } from 'node:http';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PageBody } from '../support/api-client.js';
import { connectAccount } from '../support/given/consent.js';
import { reservePort } from '../support/free-port.js';
import { buildService } from '../support/harness/build-service.js';
import { developmentCallerOf } from '../support/harness/local-caller.js';
import { isAlive } from '../support/harness/process-tree.js';
import { ServiceProcess } from '../support/harness/service-process.js';
import { until } from '../support/harness/until.js';
import { photo, readyPhotos } from '../support/given/photos.js';
import { publish, statusOf } from '../support/given/publications.js';
import type { SandboxPublication } from '../support/sandbox-control.js';

// A start makes a database cluster.
const STARTS_TAKE_MS = 180_000;

const caller = (service: ServiceProcess) => developmentCallerOf(service, 'acme');

let folder: string;
let services: ServiceProcess[];

beforeAll(buildService, STARTS_TAKE_MS);
beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'connector start ')));
  services = [];
});
afterEach(async () => {
  await Promise.all(services.map((service) => service.stop()));
  await rm(folder, { recursive: true, force: true });
});

async function start(
  dataDir: string,
  port: number,
  variables: Record<string, string> = {},
): Promise<ServiceProcess> {
  const quiet = { LOG_LEVEL: 'error', ...variables };
  const service = new ServiceProcess({ entry: 'npm-start', port, dataDir, variables: quiet });
  services.push(service);
  return await service.readyOrEnded();
}

async function startReady(...given: Parameters<typeof start>): Promise<ServiceProcess> {
  const service = await start(...given);
  if (service.hasEnded) throw new Error(`npm start failed: ${service.output}`);
  return service;
}

/** PostgreSQL has this file while it runs. */
function postgresRuns({ dataDir }: ServiceProcess): boolean {
  return existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'));
}

async function postmasterOf(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

function sandboxOf(service: ServiceProcess): number {
  return service.pids().find(isSandbox) ?? 0;
}

function isSandbox(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('tiktok-sandbox/dist/main.js');
}

/** Leaves out the fields that a profile sync may change at any time. */
async function integrationsOf(service: ServiceProcess): Promise<unknown[]> {
  const { body } = await caller(service).get<PageBody<Record<string, unknown>>>('/api/integrations');
  return body.items.map(({ avatarUrl: _avatar, updatedAt: _changed, ...rest }) => rest);
}

/** Its output without the progress of a build. */
function lines(service: ServiceProcess): string[] {
  return service.output.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('compiling'));
}

describe('npm start', () => {
  it(
    'starts everything, stops all of it on SIGTERM, and keeps its data for the next start',
    async () => {
      const ports = { port: await reservePort(), sandbox: await reservePort() };
      const dataDir = path.join(folder, 'data');
      const variables = { SANDBOX_PORT: String(ports.sandbox) };

      const first = await startReady(dataDir, ports.port, variables);
      expect(first.output).toContain(`http://127.0.0.1:${ports.port}`);
      expect(first.output).toContain('/api/docs');
      expect(first.output).toContain('npm run --silent token');
      const health = await fetch(`${first.url}/health/ready`);
      expect(await health.json()).toMatchObject({ status: 'ok', database: 'ok' });
      await connectAccount(caller(first), { account: 'demo' });
      const before = await integrationsOf(first);
      expect(before).toHaveLength(1);
      const pids = first.pids();
      // At least the launcher, the sandbox and PostgreSQL.
      expect(pids.length).toBeGreaterThanOrEqual(3);

      expect(await first.stop('SIGTERM')).toBe(0);
      await until(() => pids.every((pid) => !isAlive(pid)));
      expect(postgresRuns(first)).toBe(false);

      const second = await startReady(dataDir, ports.port, variables);
      expect(await integrationsOf(second)).toEqual(before);
      const publishId = await publish(caller(second));
      await until(async () => (await statusOf(caller(second), publishId)).status === 'public');
      // The sandbox fetches them from the service, as TikTok does.
      const photos = await readyPhotos(caller(second), [await photo(), await photo('webp')]);
      await caller(second).provider('publish-photo', { publishId: photos });
      await until(async () => (await statusOf(caller(second), photos)).status === 'public');
      expect(await second.stop('SIGINT')).toBe(0);
    },
    STARTS_TAKE_MS,
  );

  it(
    'recovers after SIGKILL: it takes over its PostgreSQL, and a publication in progress becomes public once',
    async () => {
      const ports = { port: await reservePort(), sandbox: await reservePort() };
      const dataDir = path.join(folder, 'data');
      const variables = { SANDBOX_PORT: String(ports.sandbox), SANDBOX_PROCESSING_MS: '2000' };
      const first = await startReady(dataDir, ports.port, variables);
      await connectAccount(caller(first), { account: 'demo' });
      const publishId = await publish(caller(first), { caption: 'the one and only' });
      await until(async () => (await statusOf(caller(first), publishId)).status === 'processing');
      const pids = first.pids();

      await first.stop('SIGKILL');

      const second = await startReady(dataDir, ports.port, variables);
      const { postIds } = await until(async () => {
        const seen = await statusOf(caller(second), publishId);
        return ['public', 'failed', 'unknown'].includes(seen.status) && seen;
      });
      expect(postIds).toEqual([expect.stringMatching(/^\d{19}$/)]);
      const state = (await (await fetch(`http://127.0.0.1:${ports.sandbox}/__sandbox/state`)).json()) as {
        publications: SandboxPublication[];
      };
      expect(state.publications.map(({ caption }) => caption)).toEqual(['the one and only']);
      // No process of the killed one is left.
      await until(() => pids.every((pid) => !isAlive(pid)));
      expect(await second.stop()).toBe(0);
    },
    STARTS_TAKE_MS,
  );

  it(
    'restarts PostgreSQL and the sandbox when they are killed, and reports it',
    async () => {
      const ports = { port: await reservePort(), sandbox: await reservePort() };
      const dataDir = path.join(folder, 'data');
      const service = await startReady(dataDir, ports.port, { SANDBOX_PORT: String(ports.sandbox) });
      await connectAccount(caller(service), { account: 'demo' });
      const isReady = async () => (await fetch(`${service.url}/health/ready`)).status === 200;

      for (const round of [1, 2]) {
        process.kill(await postmasterOf(dataDir), 'SIGKILL');
        await until(() => service.output.split('PostgreSQL ended unexpectedly (SIGKILL)').length > round);
        await until(isReady);
        await until(() => service.output.split('PostgreSQL is back after').length > round);
      }
      process.kill(sandboxOf(service), 'SIGKILL');
      await until(() => service.output.includes('The TikTok sandbox is back after'));

      const publishId = await publish(caller(service));
      await until(async () => (await statusOf(caller(service), publishId)).status === 'public');
      const pids = service.pids();
      expect(await service.stop()).toBe(0);
      await until(() => pids.every((pid) => !isAlive(pid)));
      expect(service.output).not.toContain('FATAL');
    },
    STARTS_TAKE_MS,
  );

  it(
    'names every invalid setting before it starts anything',
    async () => {
      const service = await start(path.join(folder, 'data'), 0, {
        PORT: '1e3',
        JWT_SECRET: 'short',
        SMTP_URL: 'smtp://mail.example',
        TIKTOK_CLIENT_KEY: 'without-its-secret',
        RETURN_URL_ORIGINS: 'https://*.example',
      });

      expect(await service.stop()).toBe(1);
      expect(lines(service).map((line) => line.trim().split(':')[0])).toEqual([
        'The configuration cannot be used',
        '- PORT',
        '- JWT_SECRET',
        '- RETURN_URL_ORIGINS',
        '- TIKTOK_CLIENT_SECRET',
        '- SMTP_URL, NOTIFY_EMAIL_TO and NOTIFY_EMAIL_FROM',
      ]);
      expect(existsSync(path.join(folder, 'data', 'postgres'))).toBe(false);
    },
    STARTS_TAKE_MS,
  );

  it(
    'ignores quotes and spaces around a setting, reports them once without the value, and writes no JSON to a pipe',
    async () => {
      const port = await reservePort();
      const service = await startReady(path.join(folder, 'data'), port, {
        PORT: ` "${port}"\r`,
        HOST: '127.0.0.1\r\n',
        JWT_AUDIENCE: '\ufefftiktok-connector ',
        SANDBOX_PORT: '0',
        LOG_LEVEL: 'info',
      });

      expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
      expect((await caller(service).get('/api/integrations')).status).toBe(200);
      const notices = lines(service).filter((line) => line.includes('are ignored'));
      expect(notices).toEqual([expect.stringMatching(/are ignored: PORT, HOST, JWT_AUDIENCE\. Remove them/)]);
      expect(lines(service).filter((line) => line.startsWith('{'))).toEqual([]);
      expect(await service.stop()).toBe(0);
    },
    STARTS_TAKE_MS,
  );

  it(
    'reports a taken port in one line, and leaves nothing running',
    async () => {
      const port = await reservePort();
      const other = createServer().listen(port, '127.0.0.1');
      await once(other, 'listening');
      try {
        const service = await start(path.join(folder, 'data'), port);

        expect(await service.stop()).toBe(1);
        expect(lines(service)).toEqual([expect.stringContaining(`Port ${port} is already in use`)]);
        expect(postgresRuns(service)).toBe(false);
      } finally {
        other.close();
      }
    },
    STARTS_TAKE_MS,
  );

  it(
    'reports a data folder that cannot be written, in one line',
    async () => {
      const file = path.join(folder, 'a file');
      await writeFile(file, '');

      const service = await start(path.join(file, 'data'), await reservePort());

      expect(await service.stop()).toBe(1);
      expect(lines(service)).toEqual([expect.stringContaining(`The data folder ${path.join(file, 'data')}`)]);
    },
    STARTS_TAKE_MS,
  );

  it(
    'refuses a data folder that another process uses, which keeps running',
    async () => {
      const dataDir = path.join(folder, 'data');
      const first = await startReady(dataDir, await reservePort(), {
        SANDBOX_PORT: String(await reservePort()),
      });

      const second = await start(dataDir, await reservePort());

      expect(await second.stop()).toBe(1);
      expect(lines(second)).toEqual([expect.stringMatching(/in use by another connector/)]);
      expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
    },
    STARTS_TAKE_MS,
  );
});

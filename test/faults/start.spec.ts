import { createServer } from 'node:http';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
const services: ServiceProcess[] = [];

beforeAll(async () => {
  await buildService();
  folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'connector start ')));
}, STARTS_TAKE_MS);
afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  await rm(folder, { recursive: true, force: true });
}, STARTS_TAKE_MS);

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
  let ports: { port: number; sandbox: number };
  let dataDir: string;
  /** The latest start on the data folder. A test begins with the one that the test before has left running. */
  let running: ServiceProcess;
  let before: unknown[];

  const startAgain = async (variables: Record<string, string> = {}) => {
    const sandbox = { SANDBOX_PORT: String(ports.sandbox), SANDBOX_PROCESSING_MS: '2000' };
    running = await startReady(dataDir, ports.port, { ...sandbox, ...variables });
  };

  it(
    'starts everything',
    async () => {
      ports = { port: await reservePort(), sandbox: await reservePort() };
      dataDir = path.join(folder, 'data');
      await startAgain({
        PORT: ` "${ports.port}"\r`,
        HOST: '127.0.0.1\r\n',
        JWT_AUDIENCE: '\ufefftiktok-connector ',
        LOG_LEVEL: 'info',
      });

      expect(running.output).toContain(`http://127.0.0.1:${ports.port}`);
      expect(running.output).toContain('/api/docs');
      expect(running.output).toContain('npm run --silent token');
      const health = await fetch(`${running.url}/health/ready`);
      expect(await health.json()).toMatchObject({ status: 'ok', database: 'ok' });
      await connectAccount(caller(running), { account: 'demo' });
      before = await integrationsOf(running);
      expect(before).toHaveLength(1);
    },
    STARTS_TAKE_MS,
  );

  it('ignores quotes and spaces around a setting, reports them once without the value, and writes no JSON to a pipe', async () => {
    expect((await caller(running).get('/api/integrations')).status).toBe(200);
    const notices = lines(running).filter((line) => line.includes('are ignored'));
    expect(notices).toEqual([expect.stringMatching(/are ignored: PORT, HOST, JWT_AUDIENCE\. Remove them/)]);
    expect(lines(running).filter((line) => line.startsWith('{'))).toEqual([]);
  });

  it(
    'refuses a data folder that another process uses, which keeps running',
    async () => {
      const second = await start(dataDir, await reservePort());

      expect(await second.stop()).toBe(1);
      expect(lines(second)).toEqual([expect.stringMatching(/in use by another connector/)]);
      expect((await fetch(`${running.url}/health/ready`)).status).toBe(200);
    },
    STARTS_TAKE_MS,
  );

  it(
    'stops all of it on SIGTERM, and keeps its data for the next start',
    async () => {
      const pids = running.pids();
      // At least the launcher, the sandbox and PostgreSQL.
      expect(pids.length).toBeGreaterThanOrEqual(3);

      expect(await running.stop('SIGTERM')).toBe(0);
      await until(() => pids.every((pid) => !isAlive(pid)));
      expect(postgresRuns(running)).toBe(false);

      await startAgain();
      expect(await integrationsOf(running)).toEqual(before);
      const publishId = await publish(caller(running));
      // The sandbox fetches them from the service, as TikTok does.
      const photos = await readyPhotos(caller(running), [await photo(), await photo('webp')]);
      await caller(running).provider('publish-photo', { publishId: photos });
      for (const id of [publishId, photos])
        await until(async () => (await statusOf(caller(running), id)).status === 'public');
    },
    STARTS_TAKE_MS,
  );

  it(
    'recovers after SIGKILL: it takes over its PostgreSQL, and a publication in progress becomes public once',
    async () => {
      const caption = 'the one and only';
      const publishId = await publish(caller(running), { caption });
      await until(async () => (await statusOf(caller(running), publishId)).status === 'processing');
      const pids = running.pids();

      await running.stop('SIGKILL');

      await startAgain();
      const { postIds } = await until(async () => {
        const seen = await statusOf(caller(running), publishId);
        return ['public', 'failed', 'unknown'].includes(seen.status) && seen;
      });
      expect(postIds).toEqual([expect.stringMatching(/^\d{19}$/)]);
      const state = (await (await fetch(`http://127.0.0.1:${ports.sandbox}/__sandbox/state`)).json()) as {
        publications: SandboxPublication[];
      };
      expect(state.publications.filter((one) => one.caption === caption)).toHaveLength(1);
      // No process of the killed one is left.
      await until(() => pids.every((pid) => !isAlive(pid)));
    },
    STARTS_TAKE_MS,
  );

  it(
    'restarts PostgreSQL and the sandbox when they are killed, reports it, and stops all of it on SIGINT',
    async () => {
      const isReady = async () => (await fetch(`${running.url}/health/ready`)).status === 200;

      for (const round of [1, 2]) {
        process.kill(await postmasterOf(dataDir), 'SIGKILL');
        await until(() => running.output.split('PostgreSQL ended unexpectedly (SIGKILL)').length > round);
        await until(isReady);
        await until(() => running.output.split('PostgreSQL is back after').length > round);
      }
      process.kill(sandboxOf(running), 'SIGKILL');
      await until(() => running.output.includes('The TikTok sandbox is back after'));

      const publishId = await publish(caller(running));
      await until(async () => (await statusOf(caller(running), publishId)).status === 'public');
      const pids = running.pids();
      expect(await running.stop('SIGINT')).toBe(0);
      await until(() => pids.every((pid) => !isAlive(pid)));
      expect(running.output).not.toContain('FATAL');
    },
    STARTS_TAKE_MS,
  );
});

describe('npm start that cannot start', () => {
  it(
    'names every invalid setting before it starts anything',
    async () => {
      const service = await start(path.join(folder, 'invalid'), 0, {
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
      expect(existsSync(path.join(folder, 'invalid', 'postgres'))).toBe(false);
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
        const service = await start(path.join(folder, 'taken'), port);

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
});

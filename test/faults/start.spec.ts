import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PageBody } from '../support/api-client.js';
import { connectAccount } from '../support/consent.js';
import { reservePort } from '../support/free-port.js';
import { isAlive, LaunchedService, until } from '../support/launched-service.js';
import { photo, readyPhotos } from '../support/photos.js';
import { publish, statusOf } from '../support/publishing.js';
import type { SandboxPublication } from '../support/sandbox-control.js';

// The first start may compile, and makes a cluster.
const STARTS_TAKE_MS = 180_000;

let folder: string;
let services: LaunchedService[];

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
): Promise<LaunchedService> {
  const service = await LaunchedService.start(dataDir, port, variables);
  services.push(service);
  return service;
}

async function startReady(...given: Parameters<typeof start>): Promise<LaunchedService> {
  const service = await start(...given);
  if (!service.isReady) throw new Error(`it did not start: ${service.output}`);
  return service;
}

/** What it says apart from progress while compiling. */
function lines(service: LaunchedService): string[] {
  return service.output.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('compiling'));
}

describe('npm start', () => {
  it(
    'brings everything up, stops all of it on SIGTERM, and finds its data the next time',
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
      await connectAccount(first.api('acme'), { account: 'demo' });
      const before = await first.api('acme').get<PageBody<{ id: string }>>('/api/integrations');
      expect(before.body.items).toHaveLength(1);
      const pids = first.pids();
      // The launcher, the sandbox and Postgres at least.
      expect(pids.length).toBeGreaterThanOrEqual(3);

      expect(await first.stop('SIGTERM')).toBe(0);
      await until(() => pids.every((pid) => !isAlive(pid)));
      expect(first.postgresRuns).toBe(false);

      const second = await startReady(dataDir, ports.port, variables);
      const after = await second.api('acme').get<PageBody<{ id: string }>>('/api/integrations');
      expect(after.body.items).toEqual(before.body.items);
      const publishId = await publish(second.api('acme'));
      await until(async () => (await statusOf(second.api('acme'), publishId)).status === 'public');
      // The sandbox has fetched them from here, as TikTok does.
      const photos = await readyPhotos(second.api('acme'), [await photo(), await photo('webp')]);
      await second.api('acme').provider('publish-photo', { publishId: photos });
      await until(async () => (await statusOf(second.api('acme'), photos)).status === 'public');
      expect(await second.stop('SIGINT')).toBe(0);
    },
    STARTS_TAKE_MS,
  );

  it(
    'goes on after it was killed: it takes over its Postgres, and a post in the middle ends public, once',
    async () => {
      const ports = { port: await reservePort(), sandbox: await reservePort() };
      const dataDir = path.join(folder, 'data');
      const variables = { SANDBOX_PORT: String(ports.sandbox), SANDBOX_PROCESSING_MS: '2000' };
      const first = await startReady(dataDir, ports.port, variables);
      await connectAccount(first.api('acme'), { account: 'demo' });
      const publishId = await publish(first.api('acme'), { caption: 'the one and only' });
      await until(async () => (await statusOf(first.api('acme'), publishId)).status === 'processing');
      const pids = first.pids();

      await first.stop('SIGKILL');

      const second = await startReady(dataDir, ports.port, variables);
      const { postIds } = await until(async () => {
        const seen = await statusOf(second.api('acme'), publishId);
        return ['public', 'failed', 'unknown'].includes(seen.status) && seen;
      });
      expect(postIds).toEqual([expect.stringMatching(/^\d{19}$/)]);
      const state = (await (await fetch(`http://127.0.0.1:${ports.sandbox}/__sandbox/state`)).json()) as {
        publications: SandboxPublication[];
      };
      expect(state.publications.map(({ caption }) => caption)).toEqual(['the one and only']);
      // Nothing of the killed one is left beside it.
      await until(() => pids.every((pid) => !isAlive(pid)));
      expect(await second.stop()).toBe(0);
    },
    STARTS_TAKE_MS,
  );

  it(
    'says in one sentence that its port is taken, and leaves nothing running',
    async () => {
      const port = await reservePort();
      const other = createServer().listen(port, '127.0.0.1');
      await once(other, 'listening');
      try {
        const service = await start(path.join(folder, 'data'), port);

        expect(await service.stop()).toBe(1);
        expect(lines(service)).toEqual([expect.stringContaining(`Port ${port} is already in use`)]);
        expect(service.postgresRuns).toBe(false);
      } finally {
        other.close();
      }
    },
    STARTS_TAKE_MS,
  );

  it(
    'says in one sentence that its data folder cannot be written',
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
    'refuses a folder that another one is using, which goes on',
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

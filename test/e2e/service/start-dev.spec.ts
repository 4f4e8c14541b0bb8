import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FreshClone } from '../../support/documented/fresh-clone.js';
import { reservePort } from '../../support/free-port.js';
import { until } from '../../support/harness/until.js';

const SUITE_TAKES_MS = 180_000;
// About 2 s on a quiet machine with two cores, at most 5; this one may be busy with other suites.
const RESTARTS_WITHIN_MS = 30_000;

let clone: FreshClone;
let service: string;
let sandbox: string;

beforeAll(async () => {
  clone = await FreshClone.make({ isBuilt: false });
  const [port, sandboxPort] = [await reservePort(), await reservePort()];
  service = `http://127.0.0.1:${port}`;
  sandbox = `http://127.0.0.1:${sandboxPort}/__sandbox`;
  const env = clone.env({ PORT: String(port), SANDBOX_PORT: String(sandboxPort), LOG_LEVEL: 'error' });
  await clone.leaveRunning('npm run start:dev', clone.folder, env, `${service}/health/ready`);
}, SUITE_TAKES_MS);

afterAll(() => clone.remove(), SUITE_TAKES_MS);

const liveness = () =>
  fetch(`${service}/health/live`).then(
    async (answer) => ((await answer.json()) as { status?: string }).status,
    () => undefined,
  );

/** Replaces text in the controller of `/health/live`. */
async function edit(from: string, to: string): Promise<void> {
  const file = path.join(clone.folder, 'src/http/health.controller.ts');
  const source = await readFile(file, 'utf8');
  if (!source.includes(from)) throw new Error(`${file} does not contain ${from}`);
  await writeFile(file, source.replace(from, to));
}

async function answers(status: string): Promise<void> {
  await until(async () => (await liveness()) === status, RESTARTS_WITHIN_MS);
}

function postmaster(): Promise<string> {
  return readFile(path.join(clone.folder, '.data/postgres/postmaster.pid'), 'utf8');
}

async function processingMs(): Promise<number> {
  const settings = (await (await fetch(`${sandbox}/settings`)).json()) as { processingMs: number };
  return settings.processingMs;
}

describe('npm run start:dev', () => {
  it(
    'runs an edited source while the database and the sandbox keep running',
    async () => {
      expect(await liveness()).toBe('ok');
      const before = await postmaster();
      const body = JSON.stringify({ processingMs: 4321 });
      await fetch(`${sandbox}/settings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });

      await edit("status: 'ok' };", "status: 'edited' as 'ok' };");
      await answers('edited');

      expect(await postmaster()).toBe(before);
      expect(await processingMs()).toBe(4321);
    },
    SUITE_TAKES_MS,
  );

  it(
    'waits for the next change after one that does not compile',
    async () => {
      await edit("status: 'edited' as 'ok' };", 'status: ; }');
      await until(async () => (await liveness()) === undefined, RESTARTS_WITHIN_MS);

      await edit('status: ; }', "status: 'mended' as 'ok' };");
      await answers('mended');
    },
    SUITE_TAKES_MS,
  );
});

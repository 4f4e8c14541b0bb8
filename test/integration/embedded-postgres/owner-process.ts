import { afterEach } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { EmbeddedPostgres } from 'local-postgres';

const LOADER = path.resolve('scripts/typescript/loader.mjs');
const OWNER = path.resolve('test/integration/embedded-postgres/owner.ts');

export interface OwnerProcess {
  child: ChildProcess;
  postgres: Pick<EmbeddedPostgres, 'ownerUrl' | 'appUrl' | 'port'>;
  nextLine(): Promise<string>;
}

export interface OwnerProcesses {
  /** Starts a connector on the folder; resolves when its Postgres is up. */
  owner(dataDir: string, options?: { detached?: boolean }): Promise<OwnerProcess>;
  /** A process that has nothing to do with Postgres. */
  idle(): ChildProcess;
}

export function useOwnerProcesses(): OwnerProcesses {
  const children: ChildProcess[] = [];

  afterEach(async () => {
    await Promise.all(children.splice(0).map(end));
  });

  const owner = async (dataDir: string, { detached = false } = {}) => {
    const child = spawn(process.execPath, ['--import', LOADER, OWNER, dataDir], {
      detached,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH },
    });
    children.push(child);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const nextLine = async () => String((await lines.next()).value);
    const postgres = JSON.parse(await nextLine()) as OwnerProcess['postgres'];
    return { child, postgres, nextLine };
  };
  const idle = () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    children.push(child);
    return child;
  };
  return { owner, idle };
}

export async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

export async function postmasterPid(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(path.join(dataDir, 'postmaster.pid'), 'utf8'), 10);
}

/** In the form Postgres writes: pid, folder, start time, port, socket folder, address, shared memory key, state. */
export async function writePostmasterPid(dataDir: string, pid: number): Promise<void> {
  const lines = [pid, dataDir, 1_700_000_000, 5432, '', '127.0.0.1', '  5432001    123456', 'ready   '];
  await writeFile(path.join(dataDir, 'postmaster.pid'), `${lines.join('\n')}\n`, { mode: 0o600 });
}

export function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 2000) throw new Error(`Waited in vain until ${condition}`);
    await delay(10);
  }
}

/** SIGINT lets an owner stop its Postgres; a killed owner needs nothing. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  await once(child, 'exit');
}

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import jwt from 'jsonwebtoken';
import { ApiClient } from './api-client.js';

const PATIENCE_MS = 45_000;
const POLL_MS = 50;
const READY = 'is ready';

/** `npm start` in a process of its own. */
export class LaunchedService {
  private text = '';
  private exit: { code: number | null; signal: string | null } | undefined;

  private constructor(
    private readonly child: ChildProcess,
    private readonly dataDir: string,
    readonly url: string,
  ) {
    child.stdout?.on('data', (part: Buffer) => (this.text += part.toString()));
    child.stderr?.on('data', (part: Buffer) => (this.text += part.toString()));
    child.once('exit', (code, signal) => (this.exit = { code, signal }));
  }

  /** Resolves when it is ready, or when it has ended without becoming so. */
  static async start(
    dataDir: string,
    port: number,
    variables: Record<string, string> = {},
  ): Promise<LaunchedService> {
    const { PATH, HOME, TMPDIR } = process.env;
    const child = spawn(process.execPath, [path.resolve('scripts', 'run.mjs'), 'start'], {
      // Nothing of the test run's own environment: neither its database nor its secrets.
      env: {
        PATH,
        HOME,
        ...(TMPDIR && { TMPDIR }),
        DATA_DIR: dataDir,
        PORT: String(port),
        LOG_LEVEL: 'error',
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const service = new LaunchedService(child, dataDir, `http://127.0.0.1:${port}`);
    try {
      await until(() => service.text.includes(READY) || service.ended);
    } catch (error) {
      // Not known to the test yet, so it would be left behind.
      await service.stop('SIGTERM');
      throw error;
    }
    return service;
  }

  get output(): string {
    return this.text;
  }

  get isReady(): boolean {
    return this.text.includes(READY) && !this.ended;
  }

  get ended(): boolean {
    return this.exit !== undefined;
  }

  /** The launcher, and every process under it. */
  pids(): number[] {
    const { pid } = this.child;
    return pid === undefined ? [] : [pid, ...descendantsOf(pid)];
  }

  /** A caller with a token as `npm run token` makes it. */
  api(organisationId: string): ApiClient {
    const file = path.join(this.dataDir, 'development-secrets.json');
    const { JWT_SECRET: secret } = JSON.parse(readFileSync(file, 'utf8')) as { JWT_SECRET: string };
    const token = jwt.sign({ orgs: [organisationId], role: 'admin' }, secret, {
      subject: 'tester',
      issuer: 'tiktok-connector',
      audience: 'tiktok-connector',
      expiresIn: 600,
    });
    return new ApiClient(this.url, undefined, { orgid: organisationId, authorization: `Bearer ${token}` });
  }

  /** @returns the exit code */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (!this.ended) this.child.kill(signal);
    await until(() => this.ended);
    return this.exit?.code ?? null;
  }

  /** Whether this folder's Postgres has left its mark, as it does while it runs. */
  get postgresRuns(): boolean {
    return existsSync(path.join(this.dataDir, 'postgres', 'postmaster.pid'));
  }
}

/** Waits as long as a start may take on a busy machine. */
export async function until<T>(
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error('what was awaited did not happen');
    await wait(POLL_MS);
  }
}

export function isAlive(pid: number): boolean {
  return runningProcesses().some((process) => process.pid === pid);
}

function descendantsOf(pid: number): number[] {
  const all = runningProcesses();
  const found = [pid];
  // The list grows while it is walked: children of children come behind their parents.
  for (const parent of found) for (const one of all) if (one.parent === parent) found.push(one.pid);
  return found.slice(1);
}

/** Without those that have ended and wait only to be noticed. */
function runningProcesses(): { pid: number; parent: number }[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state]) => !state?.startsWith('Z'))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}

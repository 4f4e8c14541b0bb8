import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { until } from './launched-service.js';

const ENTRY = path.resolve('test/support/warm-service.mjs');

/** Compiles when something has changed, so that no start has to wait for that. */
export async function buildService(): Promise<void> {
  const data = await mkdtemp(path.join(os.tmpdir(), 'connector-build-'));
  const token = [path.resolve('scripts', 'run.mjs'), 'token', '--org', 'acme'];
  const build = spawn(process.execPath, token, { env: { ...process.env, DATA_DIR: data }, stdio: 'ignore' });
  const [code] = (await once(build, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the service does not compile');
  await rm(data, { recursive: true, force: true });
}

/** The production entry as it is deployed, in a process of its own that can be killed at any moment. */
export class BuiltService {
  private text = '';
  private readonly warm: Promise<unknown>;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    this.warm = once(child, 'message');
    child.stdout?.on('data', (part: Buffer) => (this.text += part.toString()));
    child.stderr?.on('data', (part: Buffer) => (this.text += part.toString()));
  }

  /** A process that has loaded its modules, and does nothing before `start`. */
  static prepare(port: number, variables: Record<string, string>): BuiltService {
    const { PATH, HOME, TMPDIR } = process.env;
    const child = fork(ENTRY, [], {
      // Elsewhere, so that nobody's .env is read.
      cwd: variables.DATA_DIR,
      execArgv: [],
      env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), PORT: String(port), ...variables },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    return new BuiltService(child, `http://127.0.0.1:${port}`);
  }

  /** Resolves when it is ready. @throws Error with what it has said when it ends before that */
  async start(): Promise<this> {
    await this.warm;
    this.child.send('start');
    await until(async () => {
      if (this.hasEnded) throw new Error(`the service did not start: ${this.log}`);
      return await fetch(`${this.url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    });
    return this;
  }

  get log(): string {
    return this.text;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** No warning, no last word. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { until } from './launched-service.js';

const ROOT = path.resolve('.');

/** The production entry, in a process of its own, with everything that it writes anywhere but to the database. */
export class ServiceProcess {
  private text = '';

  private constructor(
    private readonly child: ChildProcess,
    readonly dataDir: string,
  ) {
    child.stdout?.on('data', (part: Buffer) => (this.text += part.toString()));
    child.stderr?.on('data', (part: Buffer) => (this.text += part.toString()));
  }

  /** Resolves when it listens. @throws Error with what it has said */
  static async start(port: number, variables: Record<string, string>): Promise<ServiceProcess> {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'connector-process-'));
    const { PATH, HOME, TMPDIR } = process.env;
    const loader = path.join(ROOT, 'scripts/typescript/loader.mjs');
    const child = spawn(process.execPath, ['--import', loader, path.join(ROOT, 'src', 'main.ts')], {
      // Elsewhere, so that nobody's .env is read.
      cwd: dataDir,
      env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), DATA_DIR: dataDir, PORT: String(port), ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const service = new ServiceProcess(child, dataDir);
    await until(async () => {
      if (service.hasEnded) throw new Error(`the service did not start: ${service.log}`);
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
      return answer?.status === 200;
    });
    return service;
  }

  /** All of standard output and standard error. */
  get log(): string {
    return this.text;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Everything under the data folder but the staged videos. */
  async files(): Promise<string> {
    const entries = await readdir(this.dataDir, { recursive: true, withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .filter((name) => !name.startsWith(path.join(this.dataDir, 'uploads')));
    const texts = names.map(async (name) => `${name}\n${await readFile(name, 'latin1').catch(() => '')}`);
    return (await Promise.all(texts)).join('\n');
  }

  /** @returns the exit code */
  async stop(): Promise<number | null> {
    if (!this.hasEnded) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await ended;
    }
    return this.child.exitCode;
  }

  /** As the kernel does it when there is no memory: nothing is finished. */
  async kill(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

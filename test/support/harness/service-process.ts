import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { isFree } from '../free-port.js';
import { descendantsOf } from './process-tree.js';
import { bundled } from './service-bundle.js';
import { until } from './until.js';

/** How a process of the service is started. */
export type Entry =
  /** `npm start`, which brings a database and a sandbox along. */
  | 'npm-start'
  /** The production entry. */
  | 'production'
  /** The production entry with its modules loaded, so that it can follow a killed process at once. */
  | 'preloaded';

const ARGUMENTS: Record<Entry, string[]> = {
  'npm-start': [path.resolve('scripts/run.mjs'), 'start'],
  production: bundled('main'),
  preloaded: bundled('preloaded'),
};
// `npm start` prints this when everything answers.
const READY = 'is ready';

export interface ProcessOptions {
  entry?: Entry;
  port: number;
  dataDir: string;
  variables?: Record<string, string>;
}

/** The built service in a process of its own, with nothing of the test run's environment: no database, no secrets. */
export class ServiceProcess {
  readonly dataDir: string;
  private readonly entry: Entry;
  private readonly child: ChildProcess;
  private port: number;
  /** What a preloaded process gets with its start, over the variables that it has. */
  private lateVariables: Record<string, string> = {};
  private readonly loaded: Promise<unknown>;
  private text = '';

  /** Starts the process. A preloaded one waits for `ready()` before it does anything. */
  constructor({ entry = 'production', port, dataDir, variables = {} }: ProcessOptions) {
    const { PATH, HOME, TMPDIR } = process.env;
    this.port = port;
    this.entry = entry;
    this.dataDir = dataDir;
    this.child = spawn(process.execPath, ARGUMENTS[entry], {
      // A folder without a .env file.
      ...(entry !== 'npm-start' && { cwd: os.tmpdir() }),
      env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), PORT: String(port), DATA_DIR: dataDir, ...variables },
      stdio: ['ignore', 'pipe', 'pipe', ...(entry === 'preloaded' ? (['ipc'] as const) : [])],
    });
    this.loaded = entry === 'preloaded' ? once(this.child, 'message') : Promise.resolve();
    this.child.stdout?.on('data', (part: Buffer) => (this.text += part.toString()));
    this.child.stderr?.on('data', (part: Buffer) => (this.text += part.toString()));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Decides where and how a preloaded process will run that has not started yet. */
  assign(port: number, variables: Record<string, string>): this {
    this.port = port;
    this.lateVariables = { ...variables, PORT: String(port) };
    return this;
  }

  /** @throws Error with its output when it ends before it is ready */
  static async start(options: ProcessOptions): Promise<ServiceProcess> {
    return await new ServiceProcess(options).ready();
  }

  /** @throws Error with its output when it ends before it is ready */
  async ready(): Promise<this> {
    await this.readyOrEnded();
    if (this.hasEnded) throw new Error(`The service did not start: ${this.output}`);
    return this;
  }

  /** Resolves when it is ready, or has ended. */
  async readyOrEnded(): Promise<this> {
    if (this.entry === 'preloaded') {
      await this.loaded;
      // Else what still listens there would answer in its place.
      await until(() => isFree(this.port));
      this.child.send(this.lateVariables);
    }
    try {
      await until(async () => this.hasEnded || (await this.isReady()));
    } catch (error) {
      await this.stop();
      throw new Error(`The service was not ready in time: ${this.output}`, { cause: error });
    }
    return this;
  }

  /** All of standard output and standard error. */
  get output(): string {
    return this.text;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** The process and every process below it. */
  pids(): number[] {
    const { pid } = this.child;
    return pid === undefined ? [] : [pid, ...descendantsOf(pid)];
  }

  /** @returns the exit code; null after a signal that it does not handle */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (!this.hasEnded) {
      const ended = once(this.child, 'exit');
      this.child.kill(signal);
      await ended;
    }
    return this.child.exitCode;
  }

  /** Ends it as the kernel does when memory is short: nothing is finished. */
  async kill(): Promise<void> {
    await this.stop('SIGKILL');
  }

  private async isReady(): Promise<boolean> {
    if (this.entry === 'npm-start') return this.text.includes(READY);
    return await fetch(`${this.url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Variables } from '../launch/load-environment.js';

// Requests under way may finish; after that the process is killed. Its jobs continue in the next one.
const STOPS_WITHIN_MS = 2_000;
const POLL_MS = 50;

/** The service from its sources, in a process that is replaced when they change. The next process waits, half loaded. */
export class RestartingService {
  private child: ChildProcess | undefined;
  private next: ChildProcess | undefined;
  private stopping = false;
  private wanted = 0;
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly variables: Variables,
    private readonly port: number,
  ) {}

  /**
   * Replaces the process. Changes during a restart lead to one more.
   * @returns when the service is ready or has failed
   */
  restart(changed?: string): Promise<void> {
    const wish = ++this.wanted;
    this.working = this.working.then(async () => {
      if (wish !== this.wanted || this.stopping) return;
      await this.replace(changed);
    });
    return this.working;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.next?.kill('SIGKILL');
    await this.end();
    await this.working;
  }

  private async replace(changed: string | undefined): Promise<void> {
    const startedAt = Date.now();
    if (changed !== undefined) say(`${changed} changed: restarting…`);
    await this.end();
    if (this.stopping) return;
    const child = this.start();
    while (child.exitCode === null && child.signalCode === null && !this.stopping) {
      if (await this.isReady()) {
        say(`Ready after ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
        break;
      }
      await sleep(POLL_MS);
    }
    if (!this.stopping) this.next ??= this.prepare();
  }

  private prepare(): ChildProcess {
    return fork('scripts/dev/next-process.ts', {
      // The terminal's Ctrl-C is for this process, which stops the child.
      detached: true,
      env: { ...process.env, ...this.variables },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
  }

  private start(): ChildProcess {
    const child = this.next ?? this.prepare();
    this.next = undefined;
    this.child = child;
    child.send('start');
    child.once('exit', (code, signal) => {
      if (this.child !== child || this.stopping) return;
      this.child = undefined;
      say(`The service ended (${signal ?? `exit code ${code}`}). Waiting for a change…`);
    });
    return child;
  }

  private async isReady(): Promise<boolean> {
    return await fetch(`http://127.0.0.1:${this.port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  private async end(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS);
    await ended;
    clearTimeout(timer);
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

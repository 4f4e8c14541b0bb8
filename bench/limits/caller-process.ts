import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Granted, Work } from './work.js';

const ENTRY = fileURLToPath(new URL('caller-role.js', import.meta.url));

/** A real process that calls TikTok. */
export class CallerProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(environment: Record<string, string>): Promise<CallerProcess> {
    const child = fork(ENTRY, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(child, 'message');
    return new CallerProcess(child);
  }

  begin(work: Work): void {
    this.child.send(work);
  }

  async granted(): Promise<Granted> {
    this.child.send('granted');
    const [granted] = (await once(this.child, 'message')) as [Granted];
    return granted;
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }
}

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Round, RoundResult } from './caller-role.js';

const ENTRY = fileURLToPath(new URL('caller-role.js', import.meta.url));

/** A real process that asks for tokens. */
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

  async round(round: Round): Promise<RoundResult> {
    this.child.send(round);
    const [result] = (await once(this.child, 'message')) as [RoundResult];
    return result;
  }

  stop(): void {
    this.child.disconnect();
  }
}

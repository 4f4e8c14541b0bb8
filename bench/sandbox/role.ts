import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface RoleOptions {
  readonly args?: string[];
  /** Flags of Node. */
  readonly execArgv?: string[];
  /** Over the environment of the benchmark itself. */
  readonly env?: Record<string, string>;
}

/** A process of its own that plays one part of a measurement and answers questions. */
export class Role {
  private constructor(private readonly child: ChildProcess) {}

  /** @param file beside this one, without its ending */
  static async start(file: string, options: RoleOptions = {}): Promise<{ role: Role; port: number }> {
    const entry = fileURLToPath(new URL(`./${file}.js`, import.meta.url));
    const { args = [], execArgv = [], env } = options;
    const child = fork(entry, args, {
      execArgv,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const role = new Role(child);
    const { port } = (await role.next()) as { port: number };
    return { role, port };
  }

  /** Sends a question and waits for the answer. */
  async ask(question: object): Promise<unknown> {
    const answer = this.next();
    this.child.send(question);
    return answer;
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }

  private next(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const onExit = (): void => reject(new Error('a process of the measurement ended early'));
      this.child.once('exit', onExit);
      this.child.once('message', (message) => {
        this.child.off('exit', onExit);
        resolve(message);
      });
    });
  }
}

/** The child's side: announces its port and answers every message. */
export function play(port: number, answer: (question: unknown) => Promise<unknown>): void {
  process.on('message', (question) => void answer(question).then((reply) => process.send?.(reply)));
  process.on('disconnect', () => process.exit(0));
  process.send?.({ port });
}

/** What every serving role can tell of itself. */
export function ownMemory(): { rss: number } {
  return { rss: process.memoryUsage().rss };
}

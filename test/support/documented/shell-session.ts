import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ShellAnswer {
  output: string;
  exitCode: number;
}

/** A shell in which commands are typed one after the other, as a reader does: variables and functions stay. */
export class ShellSession {
  private text = '';
  private readonly child: ChildProcess;

  constructor(cwd: string, env: NodeJS.ProcessEnv) {
    this.child = spawn('bash', ['--noprofile', '--norc'], { cwd, env, stdio: ['pipe', 'pipe', 'inherit'] });
    this.child.stdout?.on('data', (part: Buffer) => (this.text += part.toString()));
    this.child.stdin?.write('exec 2>&1\n');
  }

  /** @throws Error with what was printed when the command does not end in time */
  async run(command: string, patienceMs = 120_000): Promise<ShellAnswer> {
    const mark = `end-${randomUUID()}`;
    this.text = '';
    // Without an input of its own a command would read the ones that follow.
    this.child.stdin?.write(`{\n${command}\n} </dev/null\nprintf '\\n${mark} %d\\n' "$?"\n`);
    const end = Date.now() + patienceMs;
    for (;;) {
      const found = new RegExp(`\\n${mark} (\\d+)\\n`).exec(this.text);
      if (found) return { output: this.text.slice(0, found.index), exitCode: Number(found[1]) };
      if (Date.now() > end) throw new Error(`${command}\ndid not end; it printed:\n${this.text}`);
      await sleep(20);
    }
  }

  close(): void {
    this.child.kill('SIGKILL');
  }
}

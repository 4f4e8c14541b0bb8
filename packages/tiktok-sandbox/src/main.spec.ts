import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';

const LOADER = new URL('../../../scripts/typescript/loader.mjs', import.meta.url).href;
const MAIN = new URL('main.ts', import.meta.url).pathname;

interface Ended {
  code: number | null;
  output: string;
}

async function listening(child: ChildProcess): Promise<{ type: string; port: number; url: string }> {
  const [message] = await once(child, 'message');
  return message as { type: string; port: number; url: string };
}

describe('the command', () => {
  const running: ChildProcess[] = [];
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });

  function run(env: Record<string, string>): { child: ChildProcess; ended: Promise<Ended> } {
    const child = spawn(process.execPath, ['--import', LOADER, MAIN], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { PATH: process.env['PATH'], SANDBOX_PORT: '0', ...env },
    });
    running.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => (output += text.toString()));
    // Not the event 'close': it does not come after a disconnect.
    const isSilent = [child.stdout, child.stderr].map((stream) => stream && once(stream, 'close'));
    const exit = once(child, 'exit').then(([code]) => code as number | null);
    const ended = Promise.all([exit, ...isSilent]).then(([code]) => ({
      code: code as number | null,
      output,
    }));
    return { child, ended };
  }

  it('reports its address to its parent, serves, and exits with 0 on SIGTERM', async () => {
    const { child, ended } = run({});
    const { type, url } = await listening(child);
    expect(type).toBe('listening');
    expect((await fetch(`${url}/__sandbox/counters`)).status).toBe(200);
    child.kill('SIGTERM');
    const { code, output } = await ended;
    expect(code).toBe(0);
    expect(output).toContain(`TikTok sandbox listening on ${url}`);
  });

  it('exits when its parent disconnects', async () => {
    const { child, ended } = run({});
    await listening(child);
    child.disconnect();
    expect((await ended).code).toBe(0);
  });

  it('names a port in use, and the flag and the variable that choose another', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, output } = await run({ SANDBOX_PORT: String(port) }).ended;
    other.close();
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} is already in use: choose another with --port (or SANDBOX_PORT).`);
  });

  it('names a variable with an invalid value', async () => {
    const { code, output } = await run({ SANDBOX_AUDITED: 'perhaps' }).ended;
    expect(code).toBe(2);
    expect(output).toBe('SANDBOX_AUDITED must be true or false, not "perhaps".\n');
  });
});

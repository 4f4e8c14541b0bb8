import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from '../free-port.js';

export interface RedisServer {
  url: string;
  stop(): void;
}

/** A Redis of our own that keeps nothing. @returns undefined when there is no `redis-server` on the PATH */
export async function startRedis(): Promise<RedisServer | undefined> {
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] });
  const missing = once(child, 'error').then(
    () => true,
    () => true,
  );
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout }))
      if (line.includes('Ready to accept connections')) return false;
    return true;
  })();
  if (await Promise.race([missing, ready])) return undefined;
  child.stdout.resume();
  return { url: `redis://127.0.0.1:${port}`, stop: () => void child.kill('SIGKILL') };
}

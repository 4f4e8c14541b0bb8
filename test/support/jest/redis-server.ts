import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from '../../../scripts/launch/free-port.js';

export interface RedisServer {
  url: string;
  stop(): Promise<void>;
}

/** A Redis of our own that keeps nothing. @returns undefined when the machine has no `redis-server` */
export async function startRedis(): Promise<RedisServer | undefined> {
  const port = await freePort('127.0.0.1');
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: ['ignore', 'pipe', 'ignore'], detached: true },
  );
  const missing = new Promise<'missing'>((resolve) => child.once('error', () => resolve('missing')));
  const ready = new Promise<'ready'>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('Ready to accept connections')) resolve('ready');
    });
  });
  const ended = once(child, 'exit').then(() => 'ended' as const);
  const outcome = await Promise.race([missing, ready, ended.catch(() => 'missing' as const)]);
  if (outcome !== 'ready') return undefined;
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { url: `redis://127.0.0.1:${port}`, stop };
}

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { Clock } from '../../../common/index.js';
import { InsuredWindowStore } from './insured-window.store.js';
import { MemoryWindowStore } from './memory-window.store.js';
import type { Priority } from './rated-call.js';
import { RedisWindowStore } from './redis-window.store.js';
import type { SlidingBudget, WindowStore } from './window.store.js';

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const budget = (limit: number, window: SlidingBudget['window'] = 'minute'): SlidingBudget => ({
  key: crypto.randomUUID(),
  scope: 'app',
  limit,
  window,
});
const taking = (budgets: SlidingBudget[], priority: Priority = 'background') => ({
  id: crypto.randomUUID(),
  priority,
  budgets,
});

/** As many as come through when `callers` ask at once. */
async function takenAtOnce(
  stores: WindowStore[],
  callers: number,
  of: () => Parameters<WindowStore['take']>[0],
) {
  const asked = Array.from({ length: callers }, async (_, index) =>
    stores[index % stores.length]?.take(of()),
  );
  const verdicts = await Promise.all(asked);
  return verdicts.filter((verdict) => verdict?.taken).length;
}

async function ready(client: Redis): Promise<RedisWindowStore> {
  // Not `once` of node:events: it would take the first refused connection for the end.
  if (client.status !== 'ready') await new Promise<void>((resolve) => client.once('ready', () => resolve()));
  return new RedisWindowStore(client);
}

(hasRedis ? describe : describe.skip)('RedisWindowStore', () => {
  let server: ChildProcess;
  let port: number;
  const clients: Redis[] = [];
  /** @param commandTimeout only the test of a Redis that hangs wants a short one: a busy machine is no such Redis */
  const connect = (commandTimeout = 20_000) => {
    const client = new Redis(port, '127.0.0.1', {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout,
    });
    client.on('error', () => undefined);
    clients.push(client);
    return client;
  };

  beforeAll(async () => {
    port = await freePort();
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    server = spawn('redis-server', options, { stdio: 'ignore' });
    await ready(connect());
  });
  afterAll(async () => {
    for (const client of clients) client.disconnect();
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGKILL');
      await once(server, 'exit');
    }
  });

  it('is one count for three connections, exactly', async () => {
    const stores = await Promise.all([ready(connect()), ready(connect()), ready(connect())]);
    const one = budget(40);
    expect(await takenAtOnce(stores, 300, () => taking([one]))).toBe(40);
    const refused = await stores[0]?.take(taking([one]));
    expect(refused).toMatchObject({ taken: false });
    expect(refused?.taken === false && refused.waitMs).toBeGreaterThan(50_000);
  });

  it('takes from all budgets or from none, gives back, and slides from the answer on', async () => {
    const store = await ready(connect());
    const [wide, narrow] = [budget(2), budget(1, 'second')];
    const first = taking([wide, narrow]);
    expect(await store.take(first)).toEqual({ taken: true });
    expect(await store.take(taking([wide, narrow]))).toMatchObject({ taken: false, budget: narrow });
    expect(await store.take(taking([wide]))).toEqual({ taken: true });
    expect(await store.take(taking([wide]))).toMatchObject({ taken: false });
    await store.release(first);
    expect(await store.take(taking([wide]))).toEqual({ taken: true });

    const call = taking([narrow]);
    await store.take(call);
    await store.settle(call);
    const after = await store.take(taking([narrow]));
    expect(after.taken === false && after.waitMs).toBeLessThanOrEqual(1_001);
    await new Promise((resolve) => setTimeout(resolve, 1_010));
    expect(await store.take(taking([narrow]))).toEqual({ taken: true });
  });

  it('keeps a share for people while they are calling', async () => {
    const store = await ready(connect());
    const one = budget(100);
    expect(await store.take(taking([one], 'interactive'))).toEqual({ taken: true });
    expect(await takenAtOnce([store], 120, () => taking([one]))).toBe(79);
    expect(await takenAtOnce([store], 120, () => taking([one], 'essential'))).toBe(20);
  });

  it('goes on in memory, at once, when Redis hangs or goes away, and knows what this process has used', async () => {
    const clock = new Clock();
    const shared = await ready(connect(250));
    const store = new InsuredWindowStore(shared, new MemoryWindowStore(clock), clock);
    const one = budget(5);
    expect(await takenAtOnce([store], 3, () => taking([one]))).toBe(3);
    server.kill('SIGSTOP');
    expect(await takenAtOnce([store], 10, () => taking([one]))).toBe(2);
    server.kill('SIGKILL');
    await once(server, 'exit');
    expect(await store.take(taking([one]))).toMatchObject({ taken: false });
    await store.settle(taking([one]));
  });
});

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { Clock } from '../../common/index.js';
import { budgetOf, windowStoreContract, takenAtOnce, takingOf } from '../testing/window-store-contract.js';
import { InsuredWindowStore } from './insured-window.store.js';
import { MemoryWindowStore } from './memory-window.store.js';
import { RedisWindowStore } from './redis-window.store.js';

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
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

  describe('as every store', () => {
    windowStoreContract(() => ready(connect()));
  });

  it('is one count for three connections, exactly', async () => {
    const stores = await Promise.all([ready(connect()), ready(connect()), ready(connect())]);
    const one = budgetOf(40);
    expect(await takenAtOnce(stores, 300, () => takingOf([one]))).toHaveLength(40);
    const refused = await stores[0]?.take(takingOf([one]));
    expect(refused).toMatchObject({ taken: false });
    expect(refused?.taken === false && refused.waitMs).toBeGreaterThan(50_000);
  });

  it('slides from the answer on', async () => {
    const store = await ready(connect());
    const narrow = budgetOf(1, 'second');
    const call = takingOf([narrow]);
    await store.take(call);
    await store.settle(call);
    const after = await store.take(takingOf([narrow]));
    expect(after.taken === false && after.waitMs).toBeLessThanOrEqual(1_001);
    await new Promise((resolve) => setTimeout(resolve, 1_010));
    expect(await store.take(takingOf([narrow]))).toEqual({ taken: true });
  });

  it('takes nothing back from a day for a call that it has not counted', async () => {
    const store = await ready(connect());
    const budgets = [budgetOf(10), budgetOf(3, 'utc-day')];
    expect(await takenAtOnce([store], 5, () => takingOf(budgets))).toHaveLength(3);
    await store.release(takingOf(budgets));
    expect(await takenAtOnce([store], 5, () => takingOf(budgets))).toHaveLength(0);
  });

  it('keeps a share for people while they are calling', async () => {
    const store = await ready(connect());
    const one = budgetOf(100);
    expect(await store.take(takingOf([one], { priority: 'interactive' }))).toEqual({ taken: true });
    expect(await takenAtOnce([store], 120, () => takingOf([one]))).toHaveLength(79);
    expect(await takenAtOnce([store], 120, () => takingOf([one], { priority: 'essential' }))).toHaveLength(
      20,
    );
  });

  it('goes on in memory, at once, when Redis hangs or goes away, and knows what this process has used', async () => {
    const clock = new Clock();
    const shared = await ready(connect(250));
    const store = new InsuredWindowStore(shared, new MemoryWindowStore(clock), clock);
    const one = budgetOf(5);
    expect(await takenAtOnce([store], 3, () => takingOf([one]))).toHaveLength(3);
    server.kill('SIGSTOP');
    expect(await takenAtOnce([store], 10, () => takingOf([one]))).toHaveLength(2);
    server.kill('SIGKILL');
    await once(server, 'exit');
    expect(await store.take(takingOf([one]))).toMatchObject({ taken: false });
    await store.settle(takingOf([one]));
  });
});

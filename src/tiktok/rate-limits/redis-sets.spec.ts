import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { Clock } from '../../common/index.js';
import {
  admittedAtOnce,
  budgetLedgerContract,
  budgetOf,
  claimOf,
} from '../testing/budget-ledger-contract.js';
import { BudgetLedger } from './budget-ledger.js';
import { MemorySets } from './memory-sets.js';
import { connectTo, RedisSets } from './redis-sets.js';

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

(hasRedis ? describe : describe.skip)('RedisSets', () => {
  const clock = new Clock();
  const clients: Redis[] = [];
  let server: ChildProcess;
  let port: number;

  /** @param timeoutMs short only for a Redis that hangs, since a busy machine may be slow */
  async function ledger(timeoutMs = 20_000): Promise<BudgetLedger> {
    const client = connectTo(`redis://127.0.0.1:${port}`, timeoutMs);
    clients.push(client);
    const sets = new RedisSets(client, new MemorySets(clock), clock);
    // The server may still be starting.
    if (client.status !== 'ready') {
      await sets.onModuleInit();
      if ((client.status as string) !== 'ready')
        await new Promise((resolve) => client.once('ready', resolve));
    }
    return new BudgetLedger(sets, clock);
  }

  beforeAll(async () => {
    port = await freePort();
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    server = spawn('redis-server', options, { stdio: 'ignore' });
    await ledger();
  });
  afterAll(async () => {
    for (const client of clients) client.disconnect();
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGKILL');
      await once(server, 'exit');
    }
  });

  describe('as the sets of a budget ledger', () => {
    budgetLedgerContract(() => ledger());
  });

  it('share one count between three connections, exactly', async () => {
    const ledgers = await Promise.all([ledger(), ledger(), ledger()]);
    const one = budgetOf(40);
    expect(await admittedAtOnce(ledgers, 300, () => claimOf([one]))).toHaveLength(40);
    const denial = await ledgers[0]?.admit(claimOf([one]));
    expect(denial?.budget).toEqual(one);
    expect(denial?.waitMs).toBeGreaterThan(50_000);
  });

  it('start the window again with the response', async () => {
    const one = await ledger();
    const narrow = budgetOf(1, 'second');
    const call = claimOf([narrow]);
    await one.admit(call);
    await one.settle(call);
    expect((await one.admit(claimOf([narrow])))?.waitMs).toBeLessThanOrEqual(1_001);
    await new Promise((resolve) => setTimeout(resolve, 1_010));
    expect(await one.admit(claimOf([narrow]))).toBeUndefined();
  });

  it('leave no key behind once its members have expired', async () => {
    const one = await ledger();
    const narrow = budgetOf(1, 'second');
    const call = claimOf([narrow]);
    await one.admit(call);
    await one.settle(call);
    const [client] = clients;
    expect(await client?.pttl(`{tiktok-limits}:${narrow.key}`)).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 1_010));
    expect(await client?.keys(`*${narrow.key}*`)).toEqual([]);
  });

  it('continue in memory, at once, when Redis hangs or goes away, with what this process has used', async () => {
    const one = await ledger(250);
    const budget = budgetOf(5);
    expect(await admittedAtOnce([one], 3, () => claimOf([budget]))).toHaveLength(3);
    server.kill('SIGSTOP');
    expect(await admittedAtOnce([one], 10, () => claimOf([budget]))).toHaveLength(2);
    server.kill('SIGKILL');
    await once(server, 'exit');
    expect(await one.admit(claimOf([budget]))).toMatchObject({ budget });
    await one.settle(claimOf([budget]));
  });
});

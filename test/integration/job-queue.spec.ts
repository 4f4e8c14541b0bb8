import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import Bull from 'bull';
import type { Redis } from 'ioredis';
import { eventually } from 'tiktok-sandbox/testing';
import { BULL_OPTIONS } from '../../src/jobs/bull-options.js';
import { BULL_QUEUE, BullQueue } from '../../src/jobs/bull.queue.js';
import { InProcessQueue } from '../../src/jobs/in-process.queue.js';
import { queueContract } from '../support/queue-contract.js';
import { describeWithRedis, redisUrl } from '../support/redis.js';
import { TcpGate } from '../support/tcp-gate.js';

describe('InProcessQueue', () => {
  queueContract(() => {
    const queue = new InProcessQueue();
    return { queue, close: () => queue.stop() };
  });
});

describeWithRedis('BullQueue', () => {
  queueContract(() => {
    const bull = new Bull(BULL_QUEUE, redisUrl(), { prefix: `test-${randomUUID()}` });
    const queue = new BullQueue(bull);
    return { queue, close: () => bull.close(true) };
  });

  it('stops while Redis has come back and does not answer, and nothing fails behind its back', async () => {
    const gate = await TcpGate.before(redisUrl());
    const bull = new Bull(BULL_QUEUE, gate.url, { ...BULL_OPTIONS, prefix: `test-${randomUUID()}` });
    const queue = new BullQueue(bull);
    queue.listen(() => undefined);
    // The connection on which Bull listens to events, and all of them.
    const { eclient, clients } = bull as unknown as {
      eclient: Redis;
      clients: (Redis & { stream?: Socket })[];
    };
    await eventually(() => eclient.status === 'ready' && bull.client.status === 'ready');
    await sleep(100);
    await gate.cut();
    await gate.restore();
    await once(eclient, 'ready');
    gate.silence();

    await queue.stop();
    // A promise that is rejected unheard fails the test, and would end the service.
    await sleep(1_000);
    // Bull opens one again after the stop has given up waiting for it.
    for (const client of clients) {
      client.disconnect();
      // ioredis leaves it open after a connection that never answered.
      client.stream?.unref();
    }
    await gate.cut();
    expect(clients).toHaveLength(3);
  });
});

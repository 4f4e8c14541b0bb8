import { randomUUID } from 'node:crypto';
import { describe } from '@jest/globals';
import Bull from 'bull';
import { BULL_QUEUE, BullQueue } from '../../src/jobs/bull.queue.js';
import { InProcessQueue } from '../../src/jobs/in-process.queue.js';
import { queueContract } from '../support/queue-contract.js';
import { describeWithRedis, redisUrl } from '../support/redis.js';

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
});

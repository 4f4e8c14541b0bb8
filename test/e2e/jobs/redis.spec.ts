import { randomInt } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { Queue } from 'bull';
import { getQueueToken } from '@nestjs/bull';
import { BULL_QUEUE } from '../../../src/jobs/bull.queue.js';
import { startConnector, type RunningConnector } from '../../support/connector.js';
import { publish, untilStatus } from '../../support/given/publications.js';
import { describeWithRedis, redisUrl } from '../../support/redis.js';
import { TcpGate } from '../../support/tcp-gate.js';
import { deliver, delivery, settledEvents } from '../../support/given/webhook-deliveries.js';

describeWithRedis('Jobs on Redis', () => {
  let connector: RunningConnector;
  let gate: TcpGate;

  beforeAll(async () => {
    // One of Redis's sixteen databases, because other tests run at the same time.
    gate = await TcpGate.before(`${redisUrl().replace(/\/\d*$/, '')}/${randomInt(1, 16)}`);
    connector = await startConnector({ environment: { REDIS_URL: gate.url } });
  }, 60_000);
  afterEach(() => gate.restore().catch(() => undefined));
  afterAll(async () => {
    await connector.stop();
    await gate.cut();
  });

  async function queueHealth(): Promise<string> {
    const { status, body } = await connector.anonymous.get<{ queue: string }>('/health/ready');
    expect(status).toBe(200);
    return body.queue;
  }

  it('publish posts and handle webhooks', async () => {
    const { api } = await connector.tenant();

    await untilStatus(api, await publish(api), 'public');

    expect(await settledEvents(api, 'post.publish.complete')).toMatchObject([{ status: 'processed' }]);
    expect(await queueHealth()).toBe('ok');
  });

  it('fail no webhook and no request during an outage, and catch up afterwards', async () => {
    const { api, username } = await connector.tenant();
    await gate.cut();
    const bodies = Array.from({ length: 5 }, () => delivery());

    const answers = await Promise.all(bodies.map((body) => deliver(connector.anonymous, body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await connector.sandbox.control('/webhooks/emit', { event: 'video.while.gone', account: username });
    const publishId = await publish(api);
    expect(await queueHealth()).toBe('unavailable');

    await gate.restore();

    expect(await settledEvents(api, 'video.while.gone')).toHaveLength(1);
    await untilStatus(api, publishId, 'public');
    await eventually(async () => (await queueHealth()) === 'ok');
  });
});

/** The key prefix of the installation's jobs, according to its queue. */
function prefixOf({ app }: RunningConnector): string {
  return app.get<Queue>(getQueueToken(BULL_QUEUE)).toKey('');
}

describeWithRedis('Two installations on one Redis', () => {
  const running: RunningConnector[] = [];
  const url = `${redisUrl().replace(/\/\d*$/, '')}/${randomInt(1, 16)}`;
  const install = async (environment: Record<string, string> = {}) => {
    const connector = await startConnector({ environment: { REDIS_URL: url, ...environment } });
    running.push(connector);
    return connector;
  };
  afterAll(async () => {
    await Promise.all(running.map((connector) => connector.stop()));
  });

  it('keep their jobs apart, by database or by prefix', async () => {
    const [first, second] = [await install(), await install()];
    const named = await install({ REDIS_PREFIX: 'staging' });

    expect(new Set([first, second, named].map(prefixOf)).size).toBe(3);
    expect(prefixOf(named)).toBe(`staging:${BULL_QUEUE}:`);
    expect(prefixOf(first)).toMatch(/^\d{10,}-\d+:/);
  });
});

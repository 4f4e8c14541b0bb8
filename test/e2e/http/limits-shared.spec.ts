import { randomInt } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { eventually } from 'tiktok-sandbox/testing';
import { createApp } from '../../../src/create-app.js';
import { goLive } from '../../../src/serve.js';
import { ApiClient, type ProblemBody } from '../../support/api-client.js';
import { startConnector, type RunningConnector } from '../../support/connector.js';
import { reservePort } from '../../support/free-port.js';
import { describeWithRedis, redisUrl } from '../../support/redis.js';
import { TcpGate } from '../../support/tcp-gate.js';

describeWithRedis('rate limits of two processes on one Redis', () => {
  let connector: RunningConnector;
  let second: NestFastifyApplication;
  let secondUrl: string;
  let gate: TcpGate;

  beforeAll(async () => {
    gate = await TcpGate.before(`${redisUrl().replace(/\/\d*$/, '')}/${randomInt(1, 16)}`);
    connector = await startConnector({ environment: { REDIS_URL: gate.url, RATE_LIMIT_READS: '10' } });
    const port = await reservePort();
    second = await createApp(connector.config);
    await goLive(second, { http: { ...connector.config.http, port } });
    secondUrl = `http://127.0.0.1:${port}`;
  }, 60_000);
  afterEach(() => gate.restore().catch(() => undefined));
  afterAll(async () => {
    await second.close();
    await connector.stop();
    await gate.cut();
  });

  /** The same caller at either process. */
  function callers(): [ApiClient, ApiClient] {
    const orgid = `org-${randomInt(1e9)}`;
    const headers = { orgid, authorization: `Bearer ${connector.token(orgid)}` };
    return [new ApiClient(connector.url, undefined, headers), new ApiClient(secondUrl, undefined, headers)];
  }

  it('are shared', async () => {
    const both = callers();
    const statuses: number[] = [];
    for (let n = 0; n < 24; n += 1)
      statuses.push((await both[n % 2 === 0 ? 0 : 1].get('/api/integrations')).status);

    expect(statuses).toEqual([...Array<number>(20).fill(200), ...Array<number>(4).fill(429)]);
  });

  it('fall back to each process without Redis; no call fails or waits', async () => {
    const [first] = callers();
    await gate.cut();

    const begun = performance.now();
    const statuses: number[] = [];
    for (let n = 0; n < 21; n += 1) statuses.push((await first.get<ProblemBody>('/api/integrations')).status);

    expect(statuses).toEqual([...Array<number>(20).fill(200), 429]);
    expect(performance.now() - begun).toBeLessThan(20_000);
    await gate.restore();
    for (const url of [connector.url, secondUrl])
      await eventually(async () =>
        (await (await fetch(`${url}/health/ready`)).text()).includes('"queue":"ok"'),
      );
  });
});

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { startConnector, type RunningConnector } from '../support/connector.js';
import { deliver, delivery } from '../support/given/webhook-deliveries.js';
import { describeWithRedis, redisUrl } from '../support/redis.js';
import { lengthOf } from '../support/short-form.js';
import { TcpGate } from '../support/tcp-gate.js';

const REDIS_GONE_SECONDS = lengthOf({ what: 'webhooks-outages: seconds without Redis', full: 60, short: 4 });
const RECOVERS_WITHIN_MS = 5_000;
// The answer during an outage must not keep TikTok waiting.
const ANSWERS_WITHIN_MS = 6_000;

async function statusOf(connector: RunningConnector, event: string): Promise<number> {
  return (await deliver(connector.anonymous, delivery({ event }))).status;
}

async function counts(connector: RunningConnector, event: string): Promise<{ all: number; open: number }> {
  const [row] = await connector.database.query<{ all: number; open: number }>(
    `SELECT count(*)::int AS all, count(*) FILTER (WHERE due_at IS NOT NULL)::int AS open FROM webhook_events
     WHERE event = $1`,
    [event],
  );
  return row ?? { all: -1, open: -1 };
}

describeWithRedis('webhooks while Redis is gone', () => {
  let gate: TcpGate;
  let connector: RunningConnector;
  beforeAll(async () => {
    gate = await TcpGate.before(redisUrl());
    const environment = { REDIS_URL: gate.url, REDIS_PREFIX: `outage-${randomUUID()}` };
    connector = await startConnector({ webhooks: false, environment });
  }, 60_000);
  afterAll(async () => {
    await connector.stop();
    await gate.cut();
  });

  it('are all acknowledged, and handled', async () => {
    const event = `video.${randomUUID()}`;
    const statuses: number[] = [];
    await gate.cut();
    const until = Date.now() + REDIS_GONE_SECONDS * 1000;
    while (Date.now() < until) {
      statuses.push(...(await Promise.all([1, 2, 3, 4].map(() => statusOf(connector, event)))));
      await sleep(20);
    }
    await gate.restore();

    expect(new Set(statuses)).toEqual(new Set([200]));
    await eventually(async () => (await counts(connector, event)).open === 0, 30_000);
    expect((await counts(connector, event)).all).toBe(statuses.length);
  }, 180_000);
});

describe('webhooks while PostgreSQL is gone', () => {
  let gate: TcpGate;
  let connector: RunningConnector;
  beforeAll(async () => {
    connector = await startConnector({
      webhooks: false,
      databaseThrough: async (url) => {
        gate = await TcpGate.before(url);
        return gate.url;
      },
    });
  }, 60_000);
  afterAll(async () => {
    await connector.stop();
    await gate.cut();
  });

  it('are answered with 503, never with 200, and accepted within 5 s after it is back', async () => {
    const event = `video.${randomUUID()}`;
    expect(await statusOf(connector, event)).toBe(200);
    for (let outage = 0; outage < 3; outage += 1) {
      await gate.cut();
      const startedAt = Date.now();
      const statuses = await Promise.all(
        Array.from({ length: 40 }, () => statusOf(connector, `${event}.lost`)),
      );
      expect(new Set(statuses)).toEqual(new Set([503]));
      expect(Date.now() - startedAt).toBeLessThan(ANSWERS_WITHIN_MS);

      await gate.restore();
      await eventually(async () => (await statusOf(connector, event)) === 200, RECOVERS_WITHIN_MS);
    }
    expect((await counts(connector, `${event}.lost`)).all).toBe(0);
  }, 120_000);

  it('stores what was acknowledged when it is cut under load', async () => {
    const event = `video.${randomUUID()}`;
    let acknowledged = 0;
    const sender = async (): Promise<void> => {
      for (let n = 0; n < 50; n += 1) if ((await statusOf(connector, event)) === 200) acknowledged += 1;
    };
    const sending = Promise.all(Array.from({ length: 8 }, sender));
    for (let cut = 0; cut < 3; cut += 1) {
      await sleep(60);
      await gate.cut();
      await sleep(60);
      await gate.restore();
    }
    await sending;
    // A commit whose answer was lost is stored, too, and not acknowledged.
    expect((await counts(connector, event)).all).toBeGreaterThanOrEqual(acknowledged);
    expect(acknowledged).toBeGreaterThan(0);
  }, 120_000);
});

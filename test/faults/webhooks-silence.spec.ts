import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { startConnector, type RunningConnector } from '../support/connector.js';
import { deliver, delivery } from '../support/given/webhook-deliveries.js';
import { lengthOf } from '../support/short-form.js';
import { TcpGate } from '../support/tcp-gate.js';

const SILENCES = lengthOf({ what: 'webhooks-silence: silences', full: 10, short: 2 });
const ANSWERS_WITHIN_MS = 6_000;
const RECOVERS_WITHIN_MS = 5_000;
const SENDERS = 8;

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
  await gate.cut();
  await connector.stop();
});

async function statusOf(body: string): Promise<number> {
  return (await deliver(connector.anonymous, body)).status;
}

async function stored(event: string): Promise<number> {
  const sql = 'SELECT count(*)::int AS n FROM webhook_events WHERE event = $1';
  return (await connector.database.query<{ n: number }>(sql, [event]))[0]?.n ?? -1;
}

/** Sends events until it is stopped. */
function keepSending(event: string) {
  const statuses: number[] = [];
  let slowest = 0;
  const stopping = new AbortController();
  const send = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      statuses.push(await statusOf(delivery({ event })));
      slowest = Math.max(slowest, performance.now() - startedAt);
    }
  };
  const sending = Promise.all(Array.from({ length: SENDERS }, send));
  const stop = async () => {
    stopping.abort();
    await sending;
    return { acknowledged: statuses.filter((status) => status === 200).length, statuses, slowest };
  };
  return { stop };
}

describe('webhooks while the connections to PostgreSQL are silent', () => {
  it('are answered with 503 in time, accepted within 5 s afterwards, and none is lost', async () => {
    for (let silence = 0; silence < SILENCES; silence += 1) {
      const event = `video.${randomUUID()}`;
      const load = keepSending(event);
      await sleep(200 + 100 * silence);
      gate.silence();
      await sleep(6_000);
      await gate.restore();
      await eventually(
        async () => (await statusOf(delivery({ event: `${event}.after` }))) === 200,
        RECOVERS_WITHIN_MS,
      );
      const { acknowledged, statuses, slowest } = await load.stop();

      expect(new Set(statuses)).toEqual(new Set([200, 503]));
      expect(slowest).toBeLessThan(ANSWERS_WITHIN_MS);
      // A commit whose answer was lost is stored, too, and not acknowledged.
      expect(await stored(event)).toBeGreaterThanOrEqual(acknowledged);
    }
  }, 300_000);

  it('are accepted again although the lost transaction had stored the same event', async () => {
    const event = `video.${randomUUID()}`;
    const body = delivery({ event });
    expect(await statusOf(delivery())).toBe(200);
    gate.silenceBefore('COMMIT', event);
    expect(await statusOf(body)).toBe(503);
    expect(await stored(event)).toBe(0);
    await gate.restore();

    await eventually(async () => (await statusOf(body)) === 200, RECOVERS_WITHIN_MS);
    expect(await stored(event)).toBe(1);
  }, 60_000);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import {
  deliverUntilAcknowledged,
  mixedEvents,
  type SentEvent,
} from '../support/given/repeated-deliveries.js';
import { buildService } from '../support/harness/build-service.js';
import { CrashHarness, type Poster } from '../support/harness/crash-harness.js';
import { ServicePair } from '../support/harness/service-pair.js';
import { withSeed } from '../support/seeded-random.js';
import { lengthOf } from '../support/short-form.js';

const EVENTS = lengthOf({ what: 'webhooks-once: acknowledged events', full: 20_000, short: 800 });
const KILLS = lengthOf({ what: 'webhooks-once: kills', full: 12, short: 3 });
const CONNECTIONS = 4;
const MOST_REPEATS = 5;
const SETTLED_WITHIN_MS = 300_000;

let harness: CrashHarness;
let pair: ServicePair;
let poster: Poster;
let openId: string;

beforeAll(async () => {
  await buildService();
  harness = await CrashHarness.open({ journals: [], work: ['webhook_events'] });
  pair = await ServicePair.start(harness);
  poster = await harness.poster(pair.first);
  const [row] = await harness.database.query<{ open_id: string }>('SELECT open_id FROM integrations');
  openId = row?.open_id ?? '';
}, 180_000);
afterAll(() => harness.close());

async function numbers(sql: string): Promise<Record<string, number>> {
  const [row] = await harness.database.query<Record<string, number>>(sql);
  return row ?? {};
}

/** Kills the processes in turn while deliveries are under way, at even distances of acknowledgements. */
async function killDuring(acknowledged: () => number, total: number): Promise<void> {
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await eventually(() => acknowledged() >= (kill * total) / (KILLS + 1), SETTLED_WITHIN_MS);
    await pair.killOne(kill % 2 === 0 ? 0 : 1);
  }
}

const urls = () => [pair.first.url, pair.second.url] as const;

describe('webhooks that are sent 1 to 5 times through two processes that are killed', () => {
  it('are all stored, and take effect once', async () => {
    await withSeed(async (random) => {
      const events = mixedEvents(EVENTS, openId);
      const sends: SentEvent[] = events.flatMap((event) =>
        Array.from({ length: random.integer(1, MOST_REPEATS) }, () => event),
      );
      for (let index = sends.length - 1; index > 0; index -= 1) {
        const other = random.integer(0, index);
        [sends[index], sends[other]] = [sends[other] as SentEvent, sends[index] as SentEvent];
      }
      let acknowledged = 0;

      await Promise.all([
        deliverUntilAcknowledged(sends, { connections: CONNECTIONS, urls, onAck: () => (acknowledged += 1) }),
        killDuring(() => acknowledged, sends.length),
      ]);
      expect(acknowledged).toBe(sends.length);

      // Leases of killed processes end by themselves.
      await eventually(
        async () =>
          (await numbers('SELECT count(*)::int AS open FROM webhook_events WHERE due_at IS NOT NULL'))
            .open === 0,
        SETTLED_WITHIN_MS,
      );
      const comments = events.filter(({ isComment }) => isComment).length;
      expect(
        await numbers(`SELECT count(*)::int AS events, count(DISTINCT content)::int AS distinct,
          count(*) FILTER (WHERE event = 'comment.update' AND status = 'processed')::int AS comments,
          count(*) FILTER (WHERE event = 'video.once' AND status = 'ignored')::int AS others FROM webhook_events`),
      ).toEqual({ events: EVENTS, distinct: EVENTS, comments, others: EVENTS - comments });
      expect(
        await numbers(`SELECT count(*)::int AS messages, count(DISTINCT text)::int AS distinct FROM messages
          WHERE organisation_id = '${poster.organisationId}'`),
      ).toEqual({ messages: comments, distinct: comments });
      expect(await numbers('SELECT count(*)::int AS receipts FROM webhook_receipts')).toEqual({
        receipts: EVENTS,
      });
      expect(harness.kills).toBe(KILLS);
    });
  }, 900_000);
});

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Client } from 'pg';
import { eventually } from 'tiktok-sandbox/testing';
import { SystemContext } from '../../../src/database/index.js';
import { Background, SharedTasks } from '../../../src/runtime/index.js';
import { WebhookJanitor } from '../../../src/webhooks/retention/webhook-janitor.js';
import type { ApiClient, PageBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { deliver, delivery, type EventItem } from '../../support/given/webhook-deliveries.js';

const HOUR_MS = 3_600_000;
const RETENTION = 30;
const DEAD_RETENTION = 90;
const connector = useConnector({ webhooks: false });
const query = <T>(sql: string, values: unknown[] = []) => connector().database.query<T>(sql, values);
const clean = () => connector().app.get(WebhookJanitor).clean();

let api: ApiClient;
let openId: string;
beforeAll(async () => {
  const tenant = await connector().tenant();
  api = tenant.api;
  const [row] = await query<{ open_id: string }>('SELECT open_id FROM integrations WHERE id = $1', [
    tenant.integrationId,
  ]);
  openId = row?.open_id ?? '';
});

interface Aged {
  /** Since it was received. */
  days: number;
  status?: string;
  account?: string;
}

/**
 * Stores an event that was received days ago and has this status. @param at its own time; without, it belongs to no week
 * @returns its name
 */
async function given({ days, status = 'ignored', account = openId }: Aged, at?: Date): Promise<string> {
  const event = `video.${randomUUID()}`;
  const body = delivery({ event, user_openid: account, create_time: at && Math.floor(at.getTime() / 1000) });
  expect((await deliver(connector().anonymous, body)).status).toBe(200);
  await eventually(async () => {
    const settled = await query('SELECT FROM webhook_events WHERE event = $1 AND due_at IS NULL', [event]);
    return settled.length === 1;
  });
  await query(
    `UPDATE webhook_events SET received_at = now() - make_interval(days => $2), status = $3 WHERE event = $1`,
    [event, days, status],
  );
  return event;
}

async function isStored(event: string): Promise<boolean> {
  return (await query('SELECT FROM webhook_events WHERE event = $1', [event])).length > 0;
}

async function names(): Promise<(string | null)[]> {
  const { body } = await api.get<PageBody<EventItem>>('/api/webhooks/events?limit=100');
  return body.items.map(({ event }) => event);
}

async function weeks(): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `SELECT relname AS name FROM pg_inherits JOIN pg_class ON oid = inhrelid
     WHERE inhparent = 'webhook_events'::regclass ORDER BY relname`,
  );
  return rows.map(({ name }) => name);
}

async function partitionOf(event: string): Promise<string | undefined> {
  const sql = 'SELECT tableoid::regclass::text AS name FROM webhook_events WHERE event = $1';
  return (await query<{ name: string }>(sql, [event]))[0]?.name;
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

describe('WebhookJanitor', () => {
  it.each([
    ['an event of an organisation', { days: RETENTION + 1 }, false],
    ['a younger one', { days: RETENTION - 1 }, true],
    ['an event without an integration', { days: RETENTION + 1, account: 'unconnected' }, false],
    ['a younger one without an integration', { days: RETENTION - 1, account: 'unconnected' }, true],
    ['an event that is not handled yet', { days: 400, status: 'received' }, true],
    ['an event that failed', { days: DEAD_RETENTION - 1, status: 'failed' }, true],
    ['one that failed long ago', { days: DEAD_RETENTION + 1, status: 'failed' }, false],
    ['an event that was not understood', { days: DEAD_RETENTION - 1, status: 'quarantined' }, true],
    ['one that was not understood long ago', { days: DEAD_RETENTION + 1, status: 'quarantined' }, false],
  ])('looks at the age and status of %s', async (_what, aged, stays) => {
    const event = await given(aged);
    await clean();
    expect(await isStored(event)).toBe(stays);
  });

  it('deletes what shows an event together with it', async () => {
    const [old, young] = [await given({ days: RETENTION + 1 }), await given({ days: 1 })];
    expect(await names()).toEqual(expect.arrayContaining([old, young]));

    await clean();
    expect(await names()).toContain(young);
    expect(await names()).not.toContain(old);
    const orphans = await query(
      'SELECT FROM webhook_receipts r WHERE NOT EXISTS (SELECT FROM webhook_events e WHERE e.id = r.event_id)',
    );
    expect(orphans).toEqual([]);
  });

  it('deletes more than one batch, and passes over what it may not delete', async () => {
    await query(`
      INSERT INTO webhook_events (id, dedupe_key, client_key, raw_body, signed_at, received_at, late, status, event)
      SELECT new_id(), sha256(n::text::bytea), 'app', '', now(), now() - interval '31 days', false,
        CASE WHEN n % 3 = 0 THEN 'failed' ELSE 'processed' END, 'video.many'
      FROM generate_series(1, 3600) AS n`);
    await clean();
    const left = await query<{ status: string; n: number }>(
      `SELECT status, count(*)::int AS n FROM webhook_events WHERE event = 'video.many' GROUP BY status`,
    );
    expect(left).toEqual([{ status: 'failed', n: 1200 }]);
  });
});

const begin = () => connector().app.get(SharedTasks).begin('a task', HOUR_MS);
const began = (ago: string) =>
  query(`UPDATE shared_tasks SET begun_at = now() - $1::interval WHERE name = 'a task'`, [ago]);

describe('SharedTasks', () => {
  it('begins a task in one process, and again after their time, however often processes restart', async () => {
    expect((await Promise.all([begin(), begin(), begin()])).filter(Boolean)).toEqual([true]);
    await began('50 minutes');
    expect(await begin()).toBe(false);
    await began('61 minutes');
    expect(await begin()).toBe(true);
    expect(await begin()).toBe(false);
  });

  it('begins a task after a clock was wrong', async () => {
    await began('-1 year');
    expect(await begin()).toBe(true);
  });

  it('repeats a task in one of two processes at a time', async () => {
    const registry = new SchedulerRegistry();
    const everyMs = 500;
    const startedAt = performance.now();
    let runs = 0;
    for (const name of ['a', 'b']) {
      // The names of one process are unique.
      const timers = { addInterval: (_: string, timer: NodeJS.Timeout) => registry.addInterval(name, timer) };
      const background = new Background(timers as SchedulerRegistry);
      const tasks = new SharedTasks(background, connector().app.get(SystemContext));
      tasks.every('a frequent task', everyMs, () => Promise.resolve((runs += 1)));
      await background.begin();
    }
    try {
      await eventually(() => runs >= 5);
    } finally {
      for (const name of ['a', 'b']) registry.deleteInterval(name);
    }
    // Two that do not share would have run twice in each of these times.
    expect(runs - 1).toBeLessThanOrEqual((performance.now() - startedAt) / everyMs);
  });
});

describe('weeks of events', () => {
  it('hold an event by its own time, and the rest those without one or far from now', async () => {
    expect(await partitionOf(await given({ days: 0 }, new Date()))).toMatch(
      /^webhook_events_\d{4}_\d\d_\d\d$/,
    );
    for (const at of [undefined, daysAgo(400), daysAgo(-400), new Date(1000)])
      expect(await partitionOf(await given({ days: 0 }, at))).toMatch(/_(rest|until_\d+_\d\d_\d\d)$/);
  });

  it('are dropped after the retention, with their receipts, but not what is unsettled or dead', async () => {
    const ended = RETENTION + 4 + 7;
    await query('SELECT keep_webhook_weeks($1::date, $2::date)', [daysAgo(ended), daysAgo(RETENTION - 7)]);
    const [old, pending, failed, young] = [
      await given({ days: ended }, daysAgo(ended)),
      await given({ days: ended, status: 'received' }, daysAgo(ended)),
      await given({ days: ended, status: 'failed' }, daysAgo(ended)),
      await given({ days: RETENTION - 7 }, daysAgo(RETENTION - 7)),
    ];
    const week = await partitionOf(old);
    expect(week).not.toBe('webhook_events_rest');
    expect([await partitionOf(pending), await partitionOf(failed)]).toEqual([week, week]);

    await clean();

    expect(await weeks()).not.toContain(week);
    expect([await isStored(old), await isStored(young)]).toEqual([false, true]);
    expect([await partitionOf(pending), await partitionOf(failed)]).toEqual([
      'webhook_events_rest',
      'webhook_events_rest',
    ]);
    expect(await names()).toEqual(expect.arrayContaining([pending, failed, young]));
    expect(await names()).not.toContain(old);
    const orphans = await query(
      'SELECT FROM webhook_receipts r WHERE NOT EXISTS (SELECT FROM webhook_events e WHERE e.id = r.event_id)',
    );
    expect(orphans).toEqual([]);
  });

  it('stay while another transaction reads them, and are dropped by the next run', async () => {
    const at = daysAgo(RETENTION + 60);
    await query('SELECT keep_webhook_weeks($1::date, $1::date)', [at]);
    const week = await partitionOf(await given({ days: RETENTION + 60 }, at));
    const reader = new Client({ connectionString: connector().database.ownerUrl });
    await reader.connect();
    await reader.query('BEGIN');
    await reader.query('SELECT count(*) FROM webhook_events');
    await clean();
    expect(await weeks()).toContain(week);

    await reader.query('COMMIT');
    await reader.end();
    await clean();
    expect(await weeks()).not.toContain(week);
  });

  it('are made ahead of time', async () => {
    connector().moveClock(50 * 86_400);
    try {
      const before = await weeks();
      await clean();
      expect((await weeks()).length).toBeGreaterThan(before.length);
    } finally {
      connector().moveClock(0);
    }
  });

  it('do not keep old events from being deleted while another transaction holds them back', async () => {
    const old = await given({ days: RETENTION + 1 });
    const reader = new Client({ connectionString: connector().database.ownerUrl });
    await reader.connect();
    await reader.query('BEGIN');
    await reader.query('SELECT count(*) FROM webhook_events');
    const before = await weeks();
    connector().moveClock(120 * 86_400);
    try {
      await clean();
      expect(await isStored(old)).toBe(false);
      expect(await weeks()).toEqual(before);
    } finally {
      await reader.end();
      connector().moveClock(0);
    }
  });

  it('know an event again that an older process has stored under its hash alone', async () => {
    const event = `video.${randomUUID()}`;
    const body = delivery({ event });
    expect((await deliver(connector().anonymous, body)).status).toBe(200);
    await query('UPDATE webhook_events SET dedupe_key = substring(dedupe_key FROM 9) WHERE event = $1', [
      event,
    ]);
    expect(await partitionOf(event)).toBe('webhook_events_rest');

    expect((await deliver(connector().anonymous, body)).status).toBe(200);
    expect(await query('SELECT FROM webhook_events WHERE event = $1', [event])).toHaveLength(1);
  });
});

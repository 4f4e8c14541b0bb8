import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { WebhookJanitor } from '../../../src/webhooks/retention/webhook-janitor.js';
import type { ApiClient, PageBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { deliver, delivery, type EventItem } from '../../support/given/webhook-deliveries.js';

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
  days: number;
  status?: string;
  account?: string;
}

/** Stores an event that was received days ago and has this status. @returns its name */
async function given({ days, status = 'ignored', account = openId }: Aged): Promise<string> {
  const event = `video.${randomUUID()}`;
  const body = delivery({ event, user_openid: account });
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

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient, PageBody, ProblemBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { deliver, delivery, settledEvents, type Delivery } from '../../support/given/webhook-deliveries.js';

const EVENTS = '/api/webhooks/events';
const connector = useConnector({ webhooks: false });
const query = <T>(sql: string, values: unknown[] = []) => connector().database.query<T>(sql, values);

interface EventItem {
  id: string;
  status: string;
  failure: string | null;
  processedAt: string | null;
}
interface Row {
  id: string;
  attempts: number;
  pause: number;
}

/** Delivers an event for the tenant's account. */
async function tell({ integrationId }: Tenant, parts: Delivery = {}): Promise<void> {
  const [row] = await query<{ open_id: string }>('SELECT open_id FROM integrations WHERE id = $1', [
    integrationId,
  ]);
  const { status } = await deliver(connector().anonymous, delivery({ user_openid: row?.open_id, ...parts }));
  expect(status).toBe(200);
}

function tellComment(tenant: Tenant, over: object = {}): Promise<void> {
  const comment = {
    comment_id: '7600000000000000001',
    video_id: '7600000000000000002',
    text: 'hello',
    ...over,
  };
  const content = JSON.stringify({ ...comment, comment_action: 'insert', timestamp: Date.now() });
  return tell(tenant, { event: 'comment.update', content });
}

async function eventsOf(api: ApiClient): Promise<EventItem[]> {
  return (await api.get<PageBody<EventItem>>(EVENTS)).body.items;
}

/** Waits until the tenant's only event has the status. */
async function until({ api }: Tenant, status: string): Promise<EventItem> {
  return await eventually(async () => {
    await connector().hurry('webhook');
    return (await eventsOf(api)).find((event) => event.status === status);
  });
}

/** The tenant's only event, after a number of failures. */
async function afterAttempts({ api }: Tenant, attempts: number): Promise<Row> {
  return await eventually(async () => {
    const [event] = await eventsOf(api);
    const [row] = await query<Row>(
      `SELECT id, attempts, extract(epoch FROM due_at - now())::int AS pause FROM webhook_events
       WHERE id = $1 AND lease_until IS NULL AND attempts >= $2`,
      [event?.id, attempts],
    );
    return row;
  });
}

describe('A webhook event whose handler throws', () => {
  beforeEach(() => query('ALTER TABLE messages RENAME TO away'));
  afterEach(() => query('ALTER TABLE IF EXISTS away RENAME TO messages'));

  it('is retried after a pause that grows to hours', async () => {
    const tenant = await connector().tenant();
    await tellComment(tenant);
    const { id } = await afterAttempts(tenant, 1);

    await query('UPDATE webhook_events SET attempts = 20, due_at = now() WHERE id = $1', [id]);

    const { pause } = await afterAttempts(tenant, 21);
    expect(pause).toBeGreaterThan(5 * 3600);
    expect(pause).toBeLessThanOrEqual(6 * 3600);
  });

  it('fails in the end with a reason, and succeeds when replayed after the fix', async () => {
    const tenant = await connector().tenant();
    await tellComment(tenant);
    const { id } = await afterAttempts(tenant, 1);
    await query('UPDATE webhook_events SET attempts = 100, due_at = now() WHERE id = $1', [id]);

    const failed = await until(tenant, 'failed');
    expect(failed).toMatchObject({ id, failure: expect.stringContaining('"messages" does not exist') });
    const [row] = await query('SELECT due_at FROM webhook_events WHERE id = $1', [id]);
    expect(row).toEqual({ due_at: null });

    await query('ALTER TABLE away RENAME TO messages');
    const answer = await tenant.api.post<EventItem>(`${EVENTS}/${id}/replay`, {});

    expect(answer).toMatchObject({ status: 202, body: { id, status: 'received', failure: null } });
    expect(await until(tenant, 'processed')).toMatchObject({ failure: null });
    expect(
      await query('SELECT text FROM messages WHERE organisation_id = $1', [tenant.organisationId]),
    ).toEqual([{ text: 'hello' }]);
  });
});

it('handles the other events of a batch when one cannot be stored', async () => {
  const tenant = await connector().tenant();
  await query(`ALTER TABLE messages ADD CONSTRAINT poison CHECK (text <> 'poison')`);
  try {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        tellComment(tenant, { comment_id: `76000000000000001${n + 10}`, text: n === 7 ? 'poison' : `n${n}` }),
      ),
    );
    await eventually(async () => {
      const events = await eventsOf(tenant.api);
      const open = events.filter(({ status }) => status === 'received');
      return events.length === 20 && open.length === 1 && open[0]?.failure?.includes('poison');
    });
  } finally {
    await query('ALTER TABLE messages DROP CONSTRAINT poison');
  }
  await eventually(async () => {
    await connector().hurry('webhook');
    return (await eventsOf(tenant.api)).every(({ status }) => status === 'processed');
  });
});

describe('POST /api/webhooks/events/:eventId/replay', () => {
  it('is safe for a processed event', async () => {
    const tenant = await connector().tenant();
    await tellComment(tenant);
    const { id } = await until(tenant, 'processed');

    await tenant.api.post(`${EVENTS}/${id}/replay`, {});

    await until(tenant, 'processed');
    const rows = await query('SELECT FROM messages WHERE organisation_id = $1', [tenant.organisationId]);
    expect(rows).toHaveLength(1);
  });

  it('requires an admin, and an event of the organisation', async () => {
    const tenant = await connector().tenant();
    await tell(tenant, { event: 'video.mine' });
    const [event] = await settledEvents(tenant.api, 'video.mine');
    const path = `${EVENTS}/${event?.id}/replay`;

    const editor = connector().api(tenant.organisationId, 'editor');
    expect(await editor.post<ProblemBody>(path, {})).toMatchObject({ status: 403 });
    for (const [api, url] of [
      [connector().api(), path],
      [tenant.api, `${EVENTS}/${randomUUID()}/replay`],
      [tenant.api, `${EVENTS}/7602997517160123666/replay`],
    ] as const)
      expect(await api.post<ProblemBody>(url, {})).toMatchObject({
        status: 404,
        body: { code: 'unknown_event' },
      });
    expect(await eventsOf(tenant.api)).toMatchObject([{ status: 'ignored' }]);
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { deliver, delivery, type EventItem } from '../../support/given/webhook-deliveries.js';

const EVENTS = '/api/webhooks/events';
const connector = useConnector({ webhooks: false });
const query = <T>(sql: string, values: unknown[] = []) => connector().database.query<T>(sql, values);

interface Replayed {
  replayed: number;
  nextCursor: string | null;
}
interface Counts {
  counts: { event: string | null; status: string; count: number; known: boolean; latestAt: string }[];
}

/** Delivers events of these names for the tenant's account, and waits until they are ignored. */
async function delivered(tenant: Tenant, names: string[]): Promise<void> {
  const [row] = await query<{ open_id: string }>('SELECT open_id FROM integrations WHERE id = $1', [
    tenant.integrationId,
  ]);
  for (const event of names) {
    const body = delivery({ event, user_openid: row?.open_id });
    expect(await deliver(connector().anonymous, body)).toMatchObject({ status: 200 });
  }
  await untilStatus(tenant, 'ignored', names.length);
}

async function untilStatus({ api }: Tenant, status: string, count: number): Promise<void> {
  await eventually(async () => {
    const { body } = await api.get<PageBody<EventItem>>(`${EVENTS}?status=${status}`);
    return body.items.length === count;
  });
}

/** Makes events look as if their handler had failed for good. */
function fail({ organisationId }: Tenant, event: string): Promise<unknown> {
  return query(
    `UPDATE webhook_events SET status = 'failed', failure = 'broken' WHERE event = $2
     AND id IN (SELECT event_id FROM webhook_receipts WHERE organisation_id = $1)`,
    [organisationId, event],
  );
}

const replay = ({ api }: Tenant, filter: object) => api.post<Replayed>(`${EVENTS}/replay`, filter);

describe('POST /api/webhooks/events/replay', () => {
  it('replays the failed events that the filter finds, and no others', async () => {
    const tenant = await connector().tenant();
    await delivered(tenant, ['video.a', 'video.a', 'video.b', 'video.c']);
    await fail(tenant, 'video.a');
    await fail(tenant, 'video.b');

    expect(await replay(tenant, { event: 'video.a' })).toMatchObject({
      status: 202,
      body: { replayed: 2, nextCursor: null },
    });

    // They are handled again, and this version does not use them.
    await untilStatus(tenant, 'ignored', 3);
    await untilStatus(tenant, 'failed', 1);
  });

  it.each([
    [{ to: '2020-01-01' }, 0],
    [{ from: '2099-01-01' }, 0],
    [{ integrationId: randomUUID() }, 0],
    [{ status: 'ignored' }, 0],
    [{}, 1],
  ])('replays for %j %i event', async (filter, replayed) => {
    const tenant = await connector().tenant();
    await delivered(tenant, ['video.a']);
    await fail(tenant, 'video.a');
    expect((await replay(tenant, filter)).body).toMatchObject({ replayed });
  });

  it('replays 1,000 events per call, and continues after the cursor', async () => {
    const tenant = await connector().tenant();
    await delivered(tenant, ['video.many']);
    await query(
      `WITH more AS (
         INSERT INTO webhook_events (id, dedupe_key, client_key, event, user_openid, content, raw_body, signed_at, received_at,
           late, status)
         SELECT new_id(), decode(md5(random()::text || n), 'hex'), client_key, event, user_openid, content, raw_body, signed_at,
           received_at, late, 'failed'
         FROM webhook_events, generate_series(1, 1001) AS n
         WHERE id IN (SELECT event_id FROM webhook_receipts WHERE organisation_id = $1) RETURNING id)
       INSERT INTO webhook_receipts (event_id, organisation_id, integration_id) SELECT id, $1, $2 FROM more`,
      [tenant.organisationId, tenant.integrationId],
    );

    const { body } = await replay(tenant, { event: 'video.many' });
    expect(body).toEqual({ replayed: 1_000, nextCursor: expect.any(String) });
    expect((await replay(tenant, { event: 'video.many', cursor: body.nextCursor })).body).toEqual({
      replayed: 1,
      nextCursor: null,
    });
  });

  it('leaves events of other organisations alone, and needs an admin', async () => {
    const [tenant, other] = [await connector().tenant(), await connector().tenant()];
    await delivered(tenant, ['video.a']);
    await fail(tenant, 'video.a');
    expect((await replay(other, {})).body).toMatchObject({ replayed: 0 });
    const editor = connector().api(tenant.organisationId, 'editor');
    expect(await editor.post(`${EVENTS}/replay`, {})).toMatchObject({ status: 403 });
    await untilStatus(tenant, 'failed', 1);
  });

  it.each([{ status: 'received' }, { status: 'quarantined' }, { from: 'soon' }, { cursor: 'x' }, { odd: 1 }])(
    'refuses %j',
    async (filter) => {
      const tenant = await connector().tenant();
      expect((await replay(tenant, filter)).status).toBe(400);
    },
  );
});

describe('GET /api/webhooks/events/counts', () => {
  it('counts by name and status, and marks names that this version does not use', async () => {
    const tenant = await connector().tenant();
    await delivered(tenant, ['video.new', 'video.new', 'post.publish.new_state']);
    await fail(tenant, 'post.publish.new_state');
    const { body } = await tenant.api.get<Counts>(`${EVENTS}/counts`);
    expect(body.counts).toEqual([
      { event: 'video.new', status: 'ignored', count: 2, known: false, latestAt: expect.any(String) },
      {
        event: 'post.publish.new_state',
        status: 'failed',
        count: 1,
        known: true,
        latestAt: expect.any(String),
      },
    ]);
  });

  it('counts only the last days, and only the own organisation', async () => {
    const [tenant, other] = [await connector().tenant(), await connector().tenant()];
    await delivered(tenant, ['video.new']);
    await query(`UPDATE webhook_events SET received_at = now() - interval '3 days'
      WHERE id IN (SELECT event_id FROM webhook_receipts WHERE organisation_id = '${tenant.organisationId}')`);
    const counted = async ({ api }: Tenant, days: number) =>
      (await api.get<Counts>(`${EVENTS}/counts?days=${days}`)).body.counts.length;
    expect(await counted(tenant, 4)).toBe(1);
    expect(await counted(tenant, 2)).toBe(0);
    expect(await counted(other, 4)).toBe(0);
    expect((await tenant.api.get(`${EVENTS}/counts?days=91`)).status).toBe(400);
  });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { deliver, delivery, signature, type EventItem } from '../../support/given/webhook-deliveries.js';

const EVENTS = '/api/webhooks/events';
const HEADERS = {
  'x-tt-logid': '20260828035612A3942F2F64B39F7F0B89',
  'webhook-schema-version': '1.0',
  'user-agent': 'Go-http-client/1.1',
};
const connector = useConnector({ webhooks: false });

interface Detail {
  headers: Record<string, string> | null;
}

let tenant: Tenant;
beforeAll(async () => {
  tenant = await connector().tenant();
  const [row] = await connector().database.query<{ open_id: string }>('SELECT open_id FROM integrations');
  const tell = async (event: string, ageSeconds = 0) => {
    const content = `{"video_id":7602997517160123666,"once":"${randomUUID()}"}`;
    const body = delivery({ event, user_openid: row?.open_id, content });
    const header = signature(body, undefined, ageSeconds);
    await deliver(connector().anonymous, body, { header, more: HEADERS });
  };
  await tell('video.one');
  await tell('video.two');
  await tell('video.two', 3_600);
  await eventually(async () => {
    const found = await list('');
    return found.length === 3 && found.every(({ status }) => status === 'ignored');
  });
}, 60_000);

async function list(query: string): Promise<EventItem[]> {
  return (await tenant.api.get<PageBody<EventItem>>(`${EVENTS}${query}`)).body.items;
}

describe('GET /api/webhooks/events', () => {
  it.each([
    ['?event=video.two', 2],
    ['?event=video.three', 0],
    ['?status=ignored', 3],
    ['?status=failed', 0],
    ['?late=true', 1],
    ['?late=false&event=video.two', 1],
    ['?from=2020-01-01', 3],
    ['?to=2020-01-01', 0],
    ['?from=2099-01-01T00:00:00Z', 0],
    [`?integrationId=${randomUUID()}`, 0],
  ])('filters by %s', async (query, count) => {
    expect(await list(query)).toHaveLength(count);
  });

  it('filters by integration', async () => {
    expect(await list(`?integrationId=${tenant.integrationId}`)).toHaveLength(3);
  });

  it.each(['?status=odd', '?late=perhaps', '?from=2026-02-30', '?to=now', '?integrationId=1'])(
    'refuses %s',
    async (query) => {
      expect((await tenant.api.get(EVENTS + query)).status).toBe(400);
    },
  );
});

describe('GET /api/webhooks/events/:eventId', () => {
  it('shows the headers that matter of the delivery, and the list does not', async () => {
    const [listed] = await list('?event=video.one');
    const { body } = await tenant.api.get<Detail>(`${EVENTS}/${listed?.id}`);
    expect(body.headers).toEqual({ ...HEADERS, 'content-type': 'application/json' });
    expect(listed).not.toHaveProperty('headers');
  });

  it('shows no headers of an event that an older version stored', async () => {
    const [listed] = await list('?event=video.one');
    await connector().database.query('UPDATE webhook_events SET headers = NULL WHERE id = $1', [listed?.id]);
    const { body } = await tenant.api.get<Detail>(`${EVENTS}/${listed?.id}`);
    expect(body.headers).toBeNull();
  });

  it('shows the event with the exact digits of its ids', async () => {
    const [event] = await list('?event=video.one');
    expect(await tenant.api.get(`${EVENTS}/${event?.id}`)).toMatchObject({
      status: 200,
      body: { id: event?.id, event: 'video.one', content: { video_id: '7602997517160123666' } },
    });
  });

  it('does not show it to another organisation', async () => {
    const [event] = await list('?event=video.one');
    expect((await connector().api().get(`${EVENTS}/${event?.id}`)).status).toBe(404);
    expect((await tenant.api.get(`${EVENTS}/not-an-id`)).status).toBe(404);
  });
});

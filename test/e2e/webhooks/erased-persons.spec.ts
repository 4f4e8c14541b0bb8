import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { ContactErasure } from '../../../src/crm-inbox/index.js';
import type { ApiClient, PageBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { connectAccount } from '../../support/given/consent.js';
import { conversationsOf, openConversation, untilConversations } from '../../support/given/inbox.js';
import { deliver, delivery } from '../../support/given/webhook-deliveries.js';

const EVENTS = '/api/webhooks/events';
const ERASED = 'The person was erased.';
const connector = useConnector({ webhooks: false });
const query = <T>(sql: string, values: unknown[] = []) => connector().database.query<T>(sql, values);

interface EventItem {
  id: string;
  status: string;
  failure: string | null;
  content: Record<string, unknown>;
}

interface Comment {
  id: string;
  person: string;
  text: string;
  action?: string;
}

/** A comment under the tenant's account, in TikTok's envelope. */
async function commentBody({ integrationId }: Tenant, comment: Comment): Promise<string> {
  const [row] = await query<{ open_id: string }>('SELECT open_id FROM integrations WHERE id = $1', [
    integrationId,
  ]);
  const content = JSON.stringify({
    comment_id: comment.id,
    video_id: '7600000000000000002',
    comment_type: 'comment',
    comment_action: comment.action ?? 'insert',
    unique_identifier: comment.person,
    timestamp: Date.now(),
    text: comment.text,
  });
  return delivery({ event: 'comment.update', user_openid: row?.open_id, content });
}

async function tell(tenant: Tenant, comment: Comment): Promise<string> {
  const body = await commentBody(tenant, comment);
  expect(await deliver(connector().anonymous, body)).toMatchObject({ status: 200 });
  return body;
}

async function eventsOf(api: ApiClient): Promise<EventItem[]> {
  return (await api.get<PageBody<EventItem>>(EVENTS)).body.items;
}

/** Waits until the organisation sees this many events, all of them settled. */
function untilSettled(api: ApiClient, count: number): Promise<EventItem[]> {
  return eventually(async () => {
    await connector().hurry('webhook');
    const events = await eventsOf(api);
    return events.length === count && events.every(({ status }) => status !== 'received') && events;
  });
}

/** Erases the person behind the organisation's only conversation. */
async function erase(api: ApiClient): Promise<string> {
  const [{ id } = { id: '' }] = await untilConversations(api, 1);
  const { conversation } = await openConversation(api, id);
  const contact = `/api/crm/contacts/${conversation.contact?.id}`;
  expect(await api.send('DELETE', contact)).toMatchObject({ status: 200 });
  return contact;
}

/** How many rows of webhooks contain a text, as content or as raw bytes. */
async function storedWith(text: string): Promise<number> {
  const rows = await query(
    `SELECT FROM webhook_events WHERE strpos(content, $1) > 0 OR position(convert_to($1, 'UTF8') IN raw_body) > 0`,
    [text],
  );
  return rows.length;
}

describe('GET /api/webhooks/events after the erasure of a person', () => {
  it('shows later webhooks about the person without their content, which is not kept', async () => {
    const [tenant, person] = [await connector().tenant(), randomUUID()];
    await tell(tenant, { id: '7600000000000000001', person, text: 'my phone is 123' });
    await untilSettled(tenant.api, 1);
    const contact = await erase(tenant.api);

    await tell(tenant, {
      id: '7600000000000000001',
      person,
      text: 'my phone is 123',
      action: 'set_to_public',
    });
    const again = await tell(tenant, { id: '7600000000000000003', person, text: 'me again' });

    const events = await untilSettled(tenant.api, 2);
    expect(events).toMatchObject([
      { status: 'processed', content: {}, failure: ERASED },
      { status: 'processed', content: {}, failure: ERASED },
    ]);
    expect(await storedWith(person)).toBe(0);
    const texts = (await conversationsOf(tenant.api)).map((one) => one.lastMessageText);
    expect(texts.toSorted()).toEqual(['me again', null]);
    // TikTok delivers the same event again, and an admin replays it.
    expect(await deliver(connector().anonymous, again)).toMatchObject({ status: 200 });
    const replayed = await tenant.api.post<EventItem>(`${EVENTS}/${events[0]?.id}/replay`, {});
    expect(replayed).toMatchObject({ status: 202, body: { status: 'processed', failure: ERASED } });
    expect(await tenant.api.send('DELETE', contact)).toMatchObject({ status: 200 });
    expect(await eventsOf(tenant.api)).toEqual(events);
    expect(await storedWith(person)).toBe(0);
  });

  it('hides the content of an event that was not handled before the erasure', async () => {
    const [tenant, person] = [await connector().tenant(), randomUUID()];
    await tell(tenant, { id: '7600000000000000004', person, text: 'hello' });
    await untilSettled(tenant.api, 1);
    await query(`ALTER TABLE messages ADD CONSTRAINT unhandled CHECK (text <> 'my address')`);
    try {
      await tell(tenant, { id: '7600000000000000005', person, text: 'my address' });
      await eventually(async () =>
        (await eventsOf(tenant.api)).some(({ failure }) => failure?.includes('unhandled')),
      );
      await erase(tenant.api);
    } finally {
      await query('ALTER TABLE messages DROP CONSTRAINT unhandled');
    }

    expect(await untilSettled(tenant.api, 1)).toMatchObject([
      { status: 'processed', content: {}, failure: ERASED },
    ]);
    expect(await storedWith(person)).toBe(0);
  });

  it('hides the content of an event that a process is handling during the erasure', async () => {
    const [tenant, person] = [await connector().tenant(), randomUUID()];
    await tell(tenant, { id: '7600000000000000008', person, text: 'hello' });
    const [event] = await untilSettled(tenant.api, 1);
    await query(
      `UPDATE webhook_events SET status = 'received', due_at = now(), lease_token = gen_random_uuid(),
         lease_until = now() + interval '1 hour' WHERE id = $1`,
      [event?.id],
    );

    await erase(tenant.api);

    // Handled again before the person is forgotten, it is deleted; after that, it stays without content.
    await eventually(async () => {
      await connector().hurry('webhook');
      return (await storedWith(person)) === 0;
    });
    expect((await eventsOf(tenant.api)).filter(({ content }) => 'text' in content)).toEqual([]);
  });

  it('gives up an event that cannot be handled a day after it arrived, and keeps nothing of it', async () => {
    const [tenant, person] = [await connector().tenant(), randomUUID()];
    await tell(tenant, { id: '7600000000000000011', person, text: 'hello' });
    await untilSettled(tenant.api, 1);
    await erase(tenant.api);
    await query(`ALTER TABLE messages ADD CONSTRAINT unhandled CHECK (comment_id <> '7600000000000000012')`);
    try {
      await tell(tenant, { id: '7600000000000000012', person, text: 'my address' });
      await eventually(
        async () =>
          (await query(`SELECT FROM webhook_events WHERE last_error LIKE '%unhandled%'`)).length > 0,
      );
      expect(await storedWith(person)).toBe(1);

      connector().moveClock(25 * 3_600);
      expect(await untilSettled(tenant.api, 1)).toMatchObject([
        { status: 'ignored', content: {}, failure: ERASED },
      ]);
    } finally {
      connector().moveClock(0);
      await query('ALTER TABLE messages DROP CONSTRAINT unhandled');
    }
    expect(await storedWith(person)).toBe(0);
  });

  it.each(['processed', 'failed'])(
    'keeps nothing of a %s event once the last organisation erases',
    async (status) => {
      const [first, person] = [await connector().tenant(), randomUUID()];
      const last = connector().api();
      await connectAccount(last, { account: first.username });
      await tell(first, { id: '7600000000000000013', person, text: 'hello' });
      await untilSettled(first.api, 1);
      await untilConversations(last, 1);
      await erase(first.api);
      await tell(first, { id: '7600000000000000013', person, text: 'hello', action: 'set_to_public' });
      await untilSettled(last, 2);
      await query(`UPDATE webhook_events SET status = $2, failure = 'broken' WHERE strpos(content, $1) > 0`, [
        person,
        status,
      ]);
      expect(await storedWith(person)).toBe(2);

      await erase(last);

      expect(await storedWith(person)).toBe(0);
      expect(await eventsOf(first.api)).toMatchObject([{ status, content: {}, failure: ERASED }]);
      expect(await eventsOf(last)).toEqual([]);
    },
  );

  it('forgets an event that arrives in the middle of the erasure', async () => {
    const [tenant, person] = [await connector().tenant(), randomUUID()];
    await tell(tenant, { id: '7600000000000000009', person, text: 'hello' });
    await untilSettled(tenant.api, 1);
    let arrived = false;
    connector()
      .app.get(ContactErasure)
      .listen(async ({ personKey }) => {
        if (arrived || personKey !== person) return;
        arrived = true;
        await tell(tenant, { id: '7600000000000000010', person, text: 'one more' });
        await untilSettled(tenant.api, 1);
      });

    await erase(tenant.api);

    expect(arrived).toBe(true);
    expect(await eventsOf(tenant.api)).toEqual([]);
    expect(await storedWith(person)).toBe(0);
  });

  it('keeps the content for another organisation with the account, and hides it from the one that erased', async () => {
    const [tenant, person] = [await connector().tenant(), randomUUID()];
    const other = connector().api();
    await connectAccount(other, { account: tenant.username });
    await tell(tenant, { id: '7600000000000000006', person, text: 'for both' });
    await untilSettled(tenant.api, 1);
    await untilConversations(other, 1);
    await erase(tenant.api);

    await tell(tenant, { id: '7600000000000000007', person, text: 'more' });

    const [shown] = await untilSettled(other, 2);
    expect(shown).toMatchObject({
      status: 'processed',
      content: { unique_identifier: person, text: 'more' },
      failure: null,
    });
    const hidden = { id: shown?.id, content: {}, failure: ERASED };
    expect(await untilSettled(tenant.api, 1)).toMatchObject([hidden]);
    expect((await tenant.api.get(`${EVENTS}/${shown?.id}`)).body).toMatchObject(hidden);
    expect((await untilConversations(other, 2)).map((one) => one.contact !== null)).toEqual([true, true]);
  });
});

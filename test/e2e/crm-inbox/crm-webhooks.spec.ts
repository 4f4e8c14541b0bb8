import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { UNLIMITED, answeringTenant, type AnsweringTenant } from '../../support/given/answering.js';
import {
  closeReceivers,
  CRM_EVENTS,
  eventsAt,
  follow,
  HOOKS,
  type Hook,
} from '../../support/given/crm-webhooks.js';

const connector = useConnector({
  sandbox: UNLIMITED,
  environment: { CRM_LIMITED_AFTER_MINUTES: '0', ALLOW_PRIVATE_ADDRESSES: 'true' },
});
afterEach(closeReceivers);

interface Delivery {
  id: string;
  type: string;
  status: string;
  attempts: number;
  responseStatus: number | null;
  failReason: string | null;
}

const say = (tenant: AnsweringTenant, text: string) =>
  connector().sandbox.control('/comments', { username: 'two.spoons', videoId: tenant.videoId, text });

async function deliveriesOf(tenant: AnsweringTenant, { id }: Hook): Promise<Delivery[]> {
  return (await tenant.api.get<PageBody<Delivery>>(`${HOOKS}/${id}/deliveries`)).body.items;
}

describe('CRM webhooks', () => {
  it('sends new conversations and messages, signed by the Standard Webhooks scheme', async () => {
    const tenant = await answeringTenant(connector());
    const { hook, receiver } = await follow(tenant);

    await say(tenant, 'Which size?');

    await eventually(() => eventsAt(receiver).length >= 2);
    expect(receiver.received.every(({ genuine }) => genuine)).toBe(true);
    const events = eventsAt(receiver);
    expect(events.map(({ type }) => type).toSorted()).toEqual(['conversation.created', 'message.created']);
    const message = events.find(({ type }) => type === 'message.created');
    expect(message?.data).toMatchObject({
      organisationId: tenant.organisationId,
      message: { text: 'Which size?' },
    });
    await eventually(async () =>
      (await deliveriesOf(tenant, hook)).every(({ status }) => status === 'delivered'),
    );
  });

  it('sends changes of a conversation, and only the chosen events', async () => {
    const tenant = await answeringTenant(connector());
    const { receiver } = await follow(tenant, ['conversation.updated']);
    await connector().sandbox.control('/comments', {
      username: 'lena.k',
      videoId: tenant.videoId,
      parentCommentId: tenant.commentId,
      text: 'Hello?',
    });
    await eventually(() => eventsAt(receiver).length > 0);
    expect(eventsAt(receiver)[0]).toMatchObject({
      type: 'conversation.updated',
      data: { conversation: { id: tenant.conversationId } },
    });
    expect(new Set(eventsAt(receiver).map(({ type }) => type))).toEqual(new Set(['conversation.updated']));
  });

  it('repeats a failed delivery with the same id, and lists why', async () => {
    const tenant = await answeringTenant(connector());
    const { hook, receiver } = await follow(tenant, ['message.created']);
    receiver.answers = [{ status: 500 }];
    await say(tenant, 'Try again');
    await eventually(() => receiver.received.length === 1);
    const failed = await eventually(async () => {
      const [one] = await deliveriesOf(tenant, hook);
      return one?.failReason ? one : undefined;
    });
    expect(failed).toMatchObject({
      status: 'pending',
      responseStatus: 500,
      failReason: expect.stringContaining('500'),
    });

    const path = `${HOOKS}/${hook.id}/deliveries/${failed.id}/retry`;
    expect((await tenant.api.post(path, {})).status).toBe(200);

    await eventually(() => receiver.received.length === 2);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([failed.id]),
    );
    await eventually(async () => (await deliveriesOf(tenant, hook))[0]?.status === 'delivered');
  });

  it('disables a webhook whose address is gone', async () => {
    const tenant = await answeringTenant(connector());
    const { hook, receiver } = await follow(tenant, ['message.created']);
    receiver.answers = [{ status: 410 }];
    await say(tenant, 'Anyone?');
    await eventually(async () => (await deliveriesOf(tenant, hook))[0]?.status === 'stopped');
    const { body } = await tenant.api.get<Hook[]>(HOOKS);
    expect(body).toMatchObject([{ enabled: false, disabledReason: expect.stringContaining('410') }]);
  });

  it('shows the secret once, and stores it encrypted', async () => {
    const tenant = await answeringTenant(connector());
    const { hook } = await follow(tenant);
    expect(hook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { body } = await tenant.api.get<Hook[]>(HOOKS);
    expect(JSON.stringify(body)).not.toContain(hook.secret);
    const [row] = await connector().database.query<{ secret: string }>(
      'SELECT secret FROM crm_webhooks WHERE id = $1',
      [hook.id],
    );
    expect(row?.secret).toMatch(/^v1\.test\./);
  });

  it('deletes a webhook with its deliveries', async () => {
    const tenant = await answeringTenant(connector());
    const { hook } = await follow(tenant);
    await say(tenant, 'Bye');
    await eventually(async () => (await deliveriesOf(tenant, hook)).length > 0);
    expect((await tenant.api.delete(`${HOOKS}/${hook.id}`)).status).toBe(204);
    expect((await tenant.api.delete(`${HOOKS}/${hook.id}`)).status).toBe(404);
  });

  it.each(['crm.example', 'ftp://crm.example/', 'https://user:pw@crm.example/'])(
    'refuses the address %s',
    async (url) => {
      const { status, body } = await connector().api().post<ProblemBody>(HOOKS, { url, events: CRM_EVENTS });
      expect([status, body.code]).toEqual([422, 'webhook_url']);
    },
  );

  it('refuses unknown events, editors, and webhooks of another organisation', async () => {
    const tenant = await answeringTenant(connector());
    const { hook } = await follow(tenant);
    const url = 'https://crm.example/';
    expect((await tenant.api.post(HOOKS, { url, events: ['message.read'] })).status).toBe(400);
    const editor = connector().api(tenant.organisationId, 'editor');
    expect((await editor.post(HOOKS, { url, events: CRM_EVENTS })).status).toBe(403);
    const other = connector().api();
    expect((await other.get(`${HOOKS}/${hook.id}/deliveries`)).status).toBe(404);
    expect((await other.delete(`${HOOKS}/${hook.id}`)).status).toBe(404);
    expect((await tenant.api.post(`${HOOKS}/${hook.id}/deliveries/${randomUUID()}/retry`, {})).status).toBe(
      404,
    );
  });
});

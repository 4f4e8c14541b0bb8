import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody } from '../../support/api-client.js';
import { UNLIMITED } from '../../support/given/answering.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import {
  conversationsOf,
  MESSAGE_SCOPES,
  messagesOf,
  messagingTenant,
  untilMessages,
  write,
} from '../../support/given/direct-messages.js';

const connector = useConnector({
  sandbox: UNLIMITED,
  environment: { TIKTOK_BUSINESS_ACCOUNT_SCOPES: MESSAGE_SCOPES },
});

interface TimelineLine {
  type: string;
  details: Record<string, unknown>;
}

const sandbox = (what: string, tenant: Tenant, more: object = {}) =>
  connector().sandbox.control(`/business/messages/${what}`, {
    account: tenant.username,
    username: 'lena.k',
    ...more,
  });

interface Direct {
  window: { isOpen: boolean; reason: string | null };
  readUntil: string | null;
  reactions: { emoji: string; by: string }[];
}

async function directOf({ api }: Tenant, conversationId: string): Promise<Direct> {
  return (await api.get<Direct>(`/api/crm/conversations/${conversationId}/direct`)).body;
}

function timelineOf(conversationId: string): Promise<TimelineLine[]> {
  return connector().database.query<TimelineLine>(
    `SELECT type, details FROM conversation_events WHERE conversation_id = '${conversationId}' ORDER BY at`,
  );
}

/** Reads TikTok's lists now, and waits until that is done. */
async function poll({
  api,
  integrationId,
}: Tenant): Promise<{ status: string; warnings: { code: string }[] }> {
  const started = await api.post<{ runIds: string[] }>('/api/sync/trigger', {
    platform: 'tiktok',
    syncType: 'messages',
    integrationId,
  });
  expect(started).toMatchObject({ status: 202, body: { runIds: [expect.any(String)] } });
  const [id] = started.body.runIds;
  return await eventually(async () => {
    const { body } =
      await api.get<PageBody<{ id: string; status: string; warnings: { code: string }[] }>>('/api/sync/runs');
    const run = body.items.find((one) => one.id === id);
    return run && !['queued', 'running'].includes(run.status) && run;
  });
}

describe('direct messages', () => {
  it('become a conversation with both sides in order', async () => {
    const tenant = await messagingTenant(connector());
    await write(connector(), tenant, { text: 'Do you ship to Peru?' });
    await write(connector(), tenant, { fromOwner: true, text: 'We do' });
    await write(connector(), tenant, { type: 'STICKER' });
    const { conversation, messages } = await untilMessages(connector(), tenant, 3);
    expect(conversation).toMatchObject({ status: 'open', unreadCount: 2 });
    const shown = messages.map(({ direction, type, text }) => [direction, type, text]);
    expect(shown).toEqual(
      expect.arrayContaining([
        ['in', 'text', 'Do you ship to Peru?'],
        ['out', 'text', 'We do'],
        ['in', 'sticker', null],
      ]),
    );
    expect(messages.find(({ type }) => type === 'sticker')?.content).toMatchObject({
      url: expect.stringContaining('https://'),
    });
  });

  it('are the same whether webhooks, lists or both have brought them', async () => {
    const tenant = await messagingTenant(connector());
    await write(connector(), tenant, { text: 'one' });
    await untilMessages(connector(), tenant, 1);
    await write(connector(), tenant, { text: 'two', silent: true });
    await write(connector(), tenant, { text: 'three' });
    await untilMessages(connector(), tenant, 2);
    expect((await poll(tenant)).status).toBe('succeeded');
    const { conversation, messages } = await untilMessages(connector(), tenant, 3);
    expect(messages.map(({ text }) => text).toSorted()).toEqual(['one', 'three', 'two']);
    await poll(tenant);
    expect((await messagesOf(connector(), conversation.id)).length).toBe(3);
    expect((await conversationsOf(connector(), tenant)).length).toBe(1);
  });

  it('show reactions, how far the person has read, and by what they came', async () => {
    const tenant = await messagingTenant(connector());
    await sandbox('referral', tenant, { source: 'short_link', details: { ref: 'spring' } });
    await write(connector(), tenant);
    await write(connector(), tenant, { fromOwner: true, text: 'Hi' });
    const { conversation } = await untilMessages(connector(), tenant, 2);
    await sandbox('react', tenant, { emoji: '🎉' });
    await sandbox('read', tenant);
    const direct = await eventually(async () => {
      const now = await directOf(tenant, conversation.id);
      return now.readUntil !== null && now.reactions.length === 1 && now;
    });
    expect(direct.reactions).toEqual([expect.objectContaining({ emoji: '🎉', by: 'person' })]);
    expect(await timelineOf(conversation.id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'referral',
          details: expect.objectContaining({ source: 'short_link', ref: 'spring' }),
        }),
      ]),
    );
    await sandbox('react', tenant, { remove: true });
    await eventually(async () => (await directOf(tenant, conversation.id)).reactions.length === 0);
  });

  it('of Europeans are shown without their author, and found by the next reading', async () => {
    const tenant = await messagingTenant(connector());
    await write(connector(), tenant, { european: true, text: 'Bonjour' });
    const both = await eventually(async () => {
      const all = await conversationsOf(connector(), tenant);
      return all.length === 2 && all;
    });
    const real = both.find(({ lastMessageText }) => lastMessageText === 'Bonjour');
    const notice = both.find(({ lastMessageText }) => lastMessageText === null);
    expect(real).toBeDefined();
    const [stub] = await messagesOf(connector(), notice?.id ?? '');
    expect(stub).toMatchObject({ type: 'european', text: null, direction: 'in' });
    expect(stub?.content).toMatchObject({ messageId: expect.any(String) });
    expect(notice?.unreadCount).toBe(0);
    const { window } = await directOf(tenant, notice?.id ?? '');
    expect(window).toMatchObject({ isOpen: false, reason: 'unknown_person' });
  });

  it('warn when TikTok no longer shows what no webhook has brought', async () => {
    const tenant = await messagingTenant(connector());
    await write(connector(), tenant, { text: 'first' });
    const { conversation } = await untilMessages(connector(), tenant, 1);
    for (let index = 0; index < 21; index += 1)
      await write(connector(), tenant, { text: `lost ${index}`, silent: true });
    const run = await poll(tenant);
    expect(run.warnings).toEqual([expect.objectContaining({ code: 'messages_lost' })]);
    expect(await timelineOf(conversation.id)).toEqual([expect.objectContaining({ type: 'gap' })]);
    expect((await poll(tenant)).warnings).toEqual([]);
  });

  it('are unavailable in a closed region, and the account shows why', async () => {
    const tenant = await messagingTenant(connector());
    await connector().sandbox.control('/business/messaging', { account: tenant.username, region: 'closed' });
    expect((await poll(tenant)).status).toBe('cancelled');
    const { body } = await tenant.api.get<{ capabilities: { capability: string; reason?: string }[] }>(
      `/api/integrations/${tenant.integrationId}`,
    );
    const state = body.capabilities.find(({ capability }) => capability === 'send_messages');
    expect(state).toMatchObject({ available: false, reason: expect.stringContaining('region') });
  });
});

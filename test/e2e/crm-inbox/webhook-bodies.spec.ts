import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector, type Tenant } from '../../support/connector.js';
import { answeringTenant, UNLIMITED } from '../../support/given/answering.js';
import { closeReceivers, eventsAt, follow, type CrmEvent } from '../../support/given/crm-webhooks.js';
import { MESSAGE_SCOPES, messagingTenant, write } from '../../support/given/direct-messages.js';
import { openConversation } from '../../support/given/inbox.js';
import type { WebhookReceiver } from '../../support/webhook-receiver.js';

const connector = useConnector({
  sandbox: UNLIMITED,
  environment: {
    TIKTOK_BUSINESS_ACCOUNT_SCOPES: `${MESSAGE_SCOPES},comment.list,comment.list.manage`,
    CRM_LIMITED_AFTER_MINUTES: '0',
    ALLOW_PRIVATE_ADDRESSES: 'true',
  },
});
afterEach(closeReceivers);

type MessageEvent = CrmEvent & { data: Required<CrmEvent['data']> };

function untilMessage(receiver: WebhookReceiver, text: string): Promise<MessageEvent> {
  return eventually(() => {
    const found = eventsAt(receiver).find(({ data }) => data.message?.text === text);
    return found as MessageEvent | undefined;
  });
}

/** The event must contain what the API shows of the same conversation. */
async function expectAsShown({ api, organisationId }: Tenant, { data }: MessageEvent): Promise<void> {
  const { conversation, messages } = await openConversation(api, data.conversation.id);
  expect(data.organisationId).toBe(organisationId);
  expect(data.message).toEqual(messages.find(({ id }) => id === data.message.id));
  expect(data.conversation).toEqual(conversation);
}

describe('bodies of CRM webhooks', () => {
  it('show a comment as the API does', async () => {
    const tenant = await answeringTenant(connector());
    const { receiver } = await follow(tenant, ['message.created']);
    await connector().sandbox.control('/comments', {
      username: 'two.spoons',
      videoId: tenant.videoId,
      text: 'Which size?',
    });
    const event = await untilMessage(receiver, 'Which size?');
    expect(event.data).toMatchObject({
      conversation: { kind: 'comment', videoId: tenant.videoId, status: 'open', unreadCount: 1 },
      message: { direction: 'in', type: 'comment', author: { contactId: expect.any(String) } },
    });
    await expectAsShown(tenant, event);
  });

  it('show an own reply with its direction', async () => {
    const tenant = await answeringTenant(connector());
    const { receiver } = await follow(tenant, ['message.created']);
    const path = `/api/crm/conversations/${tenant.conversationId}/reply`;
    expect((await tenant.api.post(path, { text: 'Ten euros' })).status).toBe(202);
    const event = await untilMessage(receiver, 'Ten euros');
    expect(event.data).toMatchObject({
      conversation: { id: tenant.conversationId, lastMessageDirection: 'out' },
      message: { direction: 'out', type: 'reply', parentTiktokId: tenant.commentId },
    });
    await expectAsShown(tenant, event);
  });

  it('show direct messages of both sides as direct messages', async () => {
    const tenant = await messagingTenant(connector());
    const { receiver } = await follow(tenant, ['message.created']);
    await write(connector(), tenant, { text: 'Do you ship to Peru?' });
    const asked = await untilMessage(receiver, 'Do you ship to Peru?');
    expect(asked.data).toMatchObject({
      conversation: { kind: 'message', videoId: null, rootCommentId: null },
      message: { direction: 'in', type: 'text' },
    });
    await expectAsShown(tenant, asked);

    const path = `/api/crm/conversations/${asked.data.conversation.id}/messages`;
    expect((await tenant.api.post(path, { text: 'We do' })).status).toBe(202);
    const answered = await untilMessage(receiver, 'We do');
    expect(answered.data).toMatchObject({
      conversation: { id: asked.data.conversation.id, kind: 'message' },
      message: { direction: 'out' },
    });
  });

  it('are as the OpenAPI document says', async () => {
    const tenant = await answeringTenant(connector());
    const { receiver } = await follow(tenant);
    await connector().sandbox.control('/comments', {
      username: 'lena.k',
      videoId: tenant.videoId,
      text: 'One more',
    });
    await connector().sandbox.control('/comments', {
      username: 'lena.k',
      videoId: tenant.videoId,
      parentCommentId: tenant.commentId,
      text: 'Hello?',
    });
    const types = await eventually(() => {
      const seen = new Set(eventsAt(receiver).map(({ type }) => type));
      return seen.size === 3 && seen;
    });
    expect(types).toEqual(new Set(['conversation.created', 'conversation.updated', 'message.created']));
    const { contract } = connector();
    expect(contract).toBeDefined();
    for (const { body } of receiver.received) {
      const isMessage = (JSON.parse(body) as CrmEvent).type === 'message.created';
      contract?.checkBody(isMessage ? 'MessageEvent' : 'ConversationEvent', body);
    }
  });
});

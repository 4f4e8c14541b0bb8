import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DirectIntake, DirectPoll } from '../../../src/crm-inbox/index.js';
import { OrgContext } from '../../../src/database/index.js';
import { UNLIMITED } from '../../support/given/answering.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { MESSAGE_SCOPES, messagingTenant } from '../../support/given/direct-messages.js';
import { SeededRandom } from '../../support/seeded-random.js';

const connector = useConnector({
  sandbox: UNLIMITED,
  environment: { TIKTOK_BUSINESS_ACCOUNT_SCOPES: MESSAGE_SCOPES },
});

const BUSINESS = 'business-1';
const PERSON = { id: 'person-1', role: 'personal_account' };
const ACCOUNT = { id: BUSINESS, role: 'business_account' };
const START = Date.now() - 600_000;

interface Chat {
  id: string;
  integrationId: string;
  organisationId: string;
}
type Step = (chat: Chat) => Promise<unknown>;

const at = (index: number) => START + index * 1_000;
const isOwn = (index: number) => index % 3 === 1;

function fields(chat: Chat, index: number) {
  const [from_user, to_user] = isOwn(index) ? [ACCOUNT, PERSON] : [PERSON, ACCOUNT];
  return {
    conversation_id: chat.id,
    message_id: `${chat.id}-${index}`,
    from_user,
    to_user,
    timestamp: at(index),
    text: { body: `text ${index}` },
    message_tag: { source: 'APP' },
  };
}

function event(chat: Chat, name: string, content: Record<string, unknown>): Promise<unknown> {
  const account = { id: chat.integrationId, organisationId: chat.organisationId };
  const arrived = { name, content, businessId: BUSINESS, eventTime: new Date(START) };
  return connector().app.get(DirectIntake).accept(account, arrived);
}

const said =
  (index: number): Step =>
  (chat) =>
    event(chat, isOwn(index) ? 'im_send_msg' : 'im_receive_msg', {
      ...fields(chat, index),
      unique_identifier: PERSON.id,
      type: 'text',
    });

const reacted =
  (index: number, operation: string): Step =>
  (chat) =>
    event(chat, 'im_receive_msg', {
      ...fields(chat, 0),
      message_id: `${chat.id}-r${index}`,
      type: 'reaction',
      reaction: [
        {
          operation,
          emoji: '🎉',
          unique_identifier: PERSON.id,
          timestamp: at(index),
          original_msg_id: `${chat.id}-1`,
        },
      ],
    });

const seen =
  (index: number): Step =>
  (chat) =>
    event(chat, 'im_mark_read_msg', {
      conversation_id: chat.id,
      from_user: PERSON,
      to_user: ACCOUNT,
      unique_identifier: PERSON.id,
      read: { last_read_timestamp: at(index) },
    });

/** Reads TikTok's list at a moment, with what it had by then. */
const listed =
  (count: number): Step =>
  (chat) => {
    const { integrationId: id, organisationId } = chat;
    const messages = Array.from({ length: count }, (_, index) => ({
      ...fields(chat, index),
      message_type: 'TEXT',
      // The person took it back later.
      ...(index === 1 && { reactions: [] }),
    }));
    const participants = [{ id: PERSON.id, role: 'PERSONAL_ACCOUNT', display_name: 'Lena' }];
    const read = {
      listed: { conversation_id: chat.id, update_time: at(count) },
      isRequest: false,
      list: { messages, participants },
      readAt: new Date(at(count)),
    };
    const context = connector().app.get(OrgContext);
    const poll = connector().app.get(DirectPoll);
    return context.run(organisationId, 'spec', () =>
      context.transaction((em) => poll.store(em, { id, organisationId, businessId: BUSINESS }, read)),
    );
  };

const STEPS: readonly Step[] = [
  ...Array.from({ length: 6 }, (_, index) => said(index)),
  reacted(7, 'ADD'),
  reacted(8, 'REMOVE'),
  seen(1),
  seen(4),
  listed(3),
  listed(6),
];

async function result(tenant: Tenant, steps: readonly Step[]): Promise<unknown> {
  const chat = {
    id: randomUUID(),
    integrationId: tenant.integrationId,
    organisationId: tenant.organisationId,
  };
  for (const step of steps) await step(chat);
  const plain = (text: unknown) => JSON.parse(JSON.stringify(text).replaceAll(chat.id, 'chat')) as unknown;
  const [messages, conversation, thread, reactions] = await Promise.all([
    connector().database.query(
      `SELECT m.comment_id, m.direction, m.text, m.type, m.sent_at, m.author_name, m.content FROM messages m
       JOIN conversations c ON c.id = m.conversation_id WHERE c.thread_key = '${chat.id}' ORDER BY m.sent_at`,
    ),
    connector().database.query(
      `SELECT kind, person_key, last_message_text, last_inbound_at, last_outbound_at, unread_count FROM conversations
       WHERE thread_key = '${chat.id}'`,
    ),
    connector().database.query(
      `SELECT person_key, is_request, read_until FROM direct_threads WHERE thread_id = '${chat.id}'`,
    ),
    connector().database.query(
      `SELECT message_id, by, emoji, at FROM message_reactions WHERE thread_id = '${chat.id}'`,
    ),
  ]);
  return plain({ messages, conversation, thread, reactions });
}

describe('a conversation of direct messages', () => {
  it('is the same for any order and repetition of events and lists', async () => {
    const tenant = await messagingTenant(connector());
    const expected = await result(tenant, STEPS);
    expect(expected).toMatchObject({ messages: { length: 6 }, conversation: [{ person_key: PERSON.id }] });
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = new SeededRandom(seed);
      const doubled = [...STEPS, ...STEPS.filter(() => random.next() < 0.4)];
      const order = doubled
        .map((step) => ({ step, place: random.next() }))
        .toSorted((a, b) => a.place - b.place);
      expect({
        seed,
        ...((await result(
          tenant,
          order.map(({ step }) => step),
        )) as object),
      }).toEqual({
        seed,
        ...(expected as object),
      });
    }
  });
});

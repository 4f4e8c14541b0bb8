import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { UNLIMITED } from '../../support/given/answering.js';
import { PERSONAL_KINDS } from '../../../src/crm-inbox/facts/timeline-kinds.js';
import { useConnector } from '../../support/connector.js';
import {
  conversationsOf,
  MESSAGE_SCOPES,
  messagingTenant,
  write,
} from '../../support/given/direct-messages.js';
import { INBOX, openConversation } from '../../support/given/inbox.js';
import { manualRun } from '../../support/given/planned-syncs.js';

const connector = useConnector({
  sandbox: UNLIMITED,
  environment: { TIKTOK_BUSINESS_ACCOUNT_SCOPES: MESSAGE_SCOPES },
});

interface Kept {
  person: string | null;
  reactions: { by: string }[];
}

/** What the tables of direct messages say of the person. */
async function keptOf(integrationId: string): Promise<Kept> {
  const [thread] = await connector().database.query<{ person: string | null }>(
    'SELECT person_key AS person FROM direct_threads WHERE integration_id = $1',
    [integrationId],
  );
  const reactions = await connector().database.query<{ by: string }>(
    'SELECT by FROM message_reactions WHERE integration_id = $1 AND emoji IS NOT NULL',
    [integrationId],
  );
  return { person: thread?.person ?? null, reactions };
}

describe('DELETE /api/crm/contacts/:contactId of a person with direct messages', () => {
  it('forgets texts, reactions and the person, and keeps later messages anonymous', async () => {
    const tenant = await messagingTenant(connector());
    const { api, integrationId } = tenant;
    await write(connector(), tenant, { text: 'My address is Elm Street 1' });
    await write(connector(), tenant, { fromOwner: true, text: 'Thank you' });
    await connector().sandbox.control('/business/messages/react', {
      account: tenant.username,
      username: 'lena.k',
      emoji: '🎉',
    });
    await eventually(async () => {
      const { person, reactions } = await keptOf(integrationId);
      return person !== null && reactions.length === 1;
    });
    const [{ id } = { id: '' }] = await conversationsOf(connector(), tenant);
    const { conversation } = await openConversation(api, id);

    const erased = await api.send('DELETE', `/api/crm/contacts/${conversation.contact?.id}`);

    expect(erased).toMatchObject({ status: 200, body: { erasedMessages: 1 } });
    expect(await keptOf(integrationId)).toEqual({ person: null, reactions: [] });
    await write(connector(), tenant, { text: 'me again' });
    await eventually(async () => (await openConversation(api, id)).messages.length === 3);
    // The list names the person, too.
    expect(await manualRun(connector(), tenant, 'messages')).toMatchObject({ status: 'succeeded' });
    const opened = await openConversation(api, id);
    expect(opened.messages.map(({ text, author }) => [text, author.contactId, author.name])).toEqual([
      ['me again', null, null],
      ['Thank you', null, null],
      [null, null, null],
    ]);
    expect(opened.conversation.contact).toBeNull();
    expect(await keptOf(integrationId)).toEqual({ person: null, reactions: [] });
    expect((await api.get(`${INBOX}?kind=message&q=Elm`)).body).toMatchObject({ items: [] });
    const webhooks = JSON.stringify((await api.get('/api/webhooks/events')).body);
    expect(webhooks).toContain('The person was erased.');
    expect(webhooks).not.toMatch(/me again|Elm|lena/);
  });

  it('deletes every line that may name the person, and messages that arrived without their author', async () => {
    const tenant = await messagingTenant(connector());
    const { database, sandbox } = connector();
    const referral = { account: tenant.username, username: 'lena.k', source: 'short_link' };
    await sandbox.control('/business/messages/referral', { ...referral, details: { ref: 'Elm Street' } });
    await write(connector(), tenant, { text: 'I live in Elm Street' });
    await write(connector(), tenant, { text: 'number 1' });
    const id = await eventually(async () => {
      const [one] = await conversationsOf(connector(), tenant);
      return one && (await openConversation(tenant.api, one.id)).messages.length === 2 && one.id;
    });
    await database.query(
      `UPDATE messages SET author_id = NULL WHERE conversation_id = $1 AND text = 'number 1'`,
      [id],
    );
    await database.query(
      `INSERT INTO conversation_events (id, organisation_id, conversation_id, key, type, at, details)
       SELECT new_id(), $1, $2, 'spec:' || kind, kind, now(), '{"ref": "Elm Street"}' FROM unnest($3::text[]) AS kind`,
      [tenant.organisationId, id, PERSONAL_KINDS],
    );
    const { conversation } = await openConversation(tenant.api, id);

    const erased = await tenant.api.send('DELETE', `/api/crm/contacts/${conversation.contact?.id}`);

    expect(erased).toMatchObject({ status: 200, body: { erasedMessages: 2 } });
    // The list shows the person once more.
    expect(await manualRun(connector(), tenant, 'messages')).toMatchObject({ status: 'succeeded' });
    const opened = await openConversation(tenant.api, id);
    expect(opened.timeline).toEqual([]);
    expect(opened.messages.map(({ text }) => text)).toEqual([null, null]);
    const rows = await database.query(
      'SELECT m::text FROM messages m WHERE conversation_id = $1 UNION ALL SELECT e::text FROM conversation_events e WHERE conversation_id = $1',
      [id],
    );
    expect(JSON.stringify(rows)).not.toMatch(/Elm|number 1/);
  });
});

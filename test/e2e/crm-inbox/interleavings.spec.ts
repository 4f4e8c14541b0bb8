import { beforeAll, describe, expect, it } from '@jest/globals';
import { ConversationWriter, messageFact, type MessageFact } from '../../../src/crm-inbox/index.js';
import { useConnector } from '../../support/connector.js';
import { addAccounts } from '../../support/given/sync-accounts.js';
import { SeededRandom } from '../../support/seeded-random.js';

const connector = useConnector({ webhooks: false });
// After the accounts are connected: older messages are history.
const NOW = Date.now() + 10 * 60_000;
const ORDERS = 40;

const base = (id: string, minute: number) => ({
  kind: 'comment' as const,
  id,
  videoId: '77',
  at: new Date(NOW + minute * 60_000),
});
const insert = (id: string, minute: number, parentId: string | null, person: string): MessageFact =>
  messageFact({
    ...base(id, minute),
    source: 'webhook',
    sentAt: new Date(NOW + minute * 60_000),
    visibility: 'public',
    type: parentId === null ? 'comment' : 'reply',
    parentId,
    text: `text of ${id}`,
    author: { key: person },
  });
const listed = (
  id: string,
  minute: number,
  parentId: string | null,
  person: string,
  isOwn = false,
): MessageFact =>
  messageFact({
    ...base(id, 60),
    source: 'poll',
    sentAt: new Date(Math.floor((NOW + minute * 60_000) / 1000) * 1000),
    listed: 'public',
    type: parentId === null ? 'comment' : 'reply',
    parentId,
    threadKey: parentId === null ? null : '1',
    text: `text of ${id}`,
    author: { key: person, name: `Name of ${person}` },
    isOwn: isOwn || null,
    figures: { likes: Number(id), replies: 0 },
  });

/** What the list of an ad group says: names and texts of its own, and no key of the person. */
const shownByAd = (id: string, minute: number, parentId: string | null, adGroupId: string): MessageFact =>
  messageFact({
    ...base(id, 61 + Number(adGroupId)),
    kind: 'ad_comment',
    source: 'poll',
    sentAt: new Date(Math.floor((NOW + minute * 60_000) / 1000) * 1000),
    listed: 'public',
    type: parentId === null ? 'comment' : 'reply',
    parentId,
    threadKey: parentId === null ? null : '1',
    text: `ad text of ${id}`,
    author: { name: `ad name ${id}` },
    figures: { likes: Number(id), replies: 0 },
    ad: {
      accountId: '9',
      adGroupId,
      adGroupName: 'Group',
      adId: adGroupId === '2' ? null : `8${adGroupId}`,
      adName: null,
      campaignId: '5',
      campaignName: null,
      itemId: '77',
      identityId: '6',
      identityType: 'TT_USER',
      canDelete: false,
      canAnswer: true,
      isOwnPost: true,
    },
  });

// Comment 2 answers 1, 3 answers 2, and 4 is the account's own answer to 3. The echo of 4 may come before its answer.
const FACTS: MessageFact[] = [
  insert('1', 0, null, 'lena'),
  insert('2', 1, '1', 'jo'),
  insert('3', 2, '2', 'lena'),
  insert('4', 3, '3', 'shop'),
  messageFact({
    ...base('4', 3),
    source: 'reply',
    sentAt: new Date(Math.floor((NOW + 180_000) / 1000) * 1000),
    visibility: 'public',
    type: 'reply',
    threadKey: '1',
    parentId: '3',
    text: 'text of 4',
    author: { key: 'shop' },
    isOwn: true,
  }),
  messageFact({ ...base('2', 5), source: 'webhook', visibility: 'hidden' }),
  messageFact({ ...base('2', 6), source: 'webhook', visibility: 'public' }),
  messageFact({ ...base('3', 7), source: 'webhook', visibility: 'deleted' }),
  messageFact({ ...base('1', 8), source: 'webhook', text: 'edited', author: { key: 'lena' } }),
  listed('1', 0, null, 'lena'),
  listed('2', 1, '1', 'jo'),
  listed('4', 3, '3', 'shop', true),
];

// Two ad groups show the post, and comment 5 is known from the ads alone.
const WITH_ADS: MessageFact[] = [
  ...FACTS,
  ...['1', '2'].flatMap((group) => [
    shownByAd('1', 0, null, group),
    shownByAd('2', 1, '1', group),
    shownByAd('5', 2, '1', group),
  ]),
];

let accounts: Awaited<ReturnType<typeof addAccounts>>;
beforeAll(async () => {
  accounts = await addAccounts(connector().database, 2 * (ORDERS + 1));
});

/** Everything that does not depend on ids that this service makes. */
async function inboxOf(integrationId: string): Promise<unknown[]> {
  const select = (sql: string) => connector().database.query(sql, [integrationId]);
  return await Promise.all([
    select(
      `SELECT kind, thread_key, video_id, status, unread_count, person_key, last_message_at, last_message_text,
         last_message_direction, last_inbound_at, last_outbound_at, ad FROM conversations WHERE integration_id = $1`,
    ),
    select(
      `SELECT comment_id, parent_id, type, direction, author_id, author_name, text, visibility, sent_at, changed_at, unread,
         likes, ads FROM messages WHERE integration_id = $1 ORDER BY comment_id`,
    ),
    select(
      `SELECT m.comment_id, e.type, e.at, e.details FROM conversation_events e JOIN messages m ON m.id = e.message_id
       WHERE m.integration_id = $1 ORDER BY e.at, m.comment_id, e.type`,
    ),
  ]);
}

/** Stores the facts in this order, then in many others. @returns the inbox, which is the same after each */
async function sameInbox(facts: readonly MessageFact[], ids: readonly string[]): Promise<unknown[]> {
  const writer = connector().app.get(ConversationWriter, { strict: false });
  const random = new SeededRandom(13);
  const [first = '', ...others] = ids;
  const { organisationId } = accounts;
  for (const fact of facts) await writer.store({ id: first, organisationId }, [fact]);
  const expected = await inboxOf(first);
  for (const id of others) {
    const shuffled = [...facts, ...facts.slice(0, 4)]
      .map((fact) => ({ fact, rank: random.next() }))
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ fact }) => fact);
    while (shuffled.length > 0) {
      const batch = shuffled.splice(0, 1 + Math.floor(random.next() * 4));
      await writer.store({ id, organisationId }, batch);
    }
    expect(await inboxOf(id)).toEqual(expected);
  }
  return expected;
}

describe('A conversation', () => {
  it(`is the same for ${ORDERS} interleavings of webhooks, lists and own replies`, async () => {
    const inbox = await sameInbox(FACTS, accounts.integrationIds.slice(0, ORDERS + 1));
    expect(inbox[0]).toMatchObject([
      {
        kind: 'comment',
        thread_key: '1',
        unread_count: 2,
        person_key: 'lena',
        last_message_direction: 'out',
      },
    ]);
    expect(inbox[2]).toMatchObject([
      { type: 'hidden' },
      { type: 'unhidden' },
      { type: 'deleted' },
      { type: 'edited' },
    ]);
  });

  it(`is the same for ${ORDERS} interleavings with lists of ad comments`, async () => {
    const inbox = await sameInbox(WITH_ADS, accounts.integrationIds.slice(ORDERS + 1));
    expect(inbox[0]).toMatchObject([
      { kind: 'ad_comment', thread_key: '1', person_key: 'lena', ad: { adGroupId: '1', adId: '81' } },
    ]);
    expect(inbox[1]).toMatchObject([
      {
        comment_id: '1',
        text: 'text of 1',
        author_name: 'Name of lena',
        ads: [{ adId: '81' }, { adId: null }],
      },
      { comment_id: '2', text: 'text of 2', author_name: 'Name of jo' },
      { comment_id: '3', ads: null },
      { comment_id: '4', ads: null },
      { comment_id: '5', text: 'ad text of 5', author_name: 'ad name 5', author_id: null },
    ]);
    // What the ads call a text or a name is no edit.
    expect(inbox[2]).toMatchObject([
      { type: 'hidden' },
      { type: 'unhidden' },
      { type: 'deleted' },
      { type: 'edited' },
    ]);
  });
});

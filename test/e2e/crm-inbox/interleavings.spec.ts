import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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
const wholeSeconds = (minute: number) => new Date(Math.floor((NOW + minute * 60_000) / 1000) * 1000);
const placeOf = (parentId: string | null) => ({
  type: parentId === null ? 'comment' : 'reply',
  parentId,
});
const insert = (id: string, minute: number, parentId: string | null, person: string): MessageFact =>
  messageFact({
    ...base(id, minute),
    ...placeOf(parentId),
    source: 'webhook',
    sentAt: new Date(NOW + minute * 60_000),
    visibility: 'public',
    text: `text of ${id}`,
    author: { key: person },
  });
const listed = (
  id: string,
  minute: number,
  parentId: string | null,
  person: string,
  { isOwn = false, listed: status = 'public' as 'public' | 'hidden' } = {},
): MessageFact =>
  messageFact({
    ...base(id, 60),
    ...placeOf(parentId),
    source: 'poll',
    sentAt: wholeSeconds(minute),
    listed: status,
    threadKey: parentId === null ? null : '1',
    text: `text of ${id}`,
    author: { key: person, name: `Name of ${person}` },
    isOwn: isOwn || null,
    figures: { likes: Number(id), replies: 0 },
  });
/** TikTok's answer to a reply of the account. */
const answered = (id: string, minute: number, parentId: string | null): MessageFact =>
  messageFact({
    ...base(id, minute),
    ...placeOf(parentId),
    source: 'reply',
    sentAt: wholeSeconds(minute),
    visibility: 'public',
    threadKey: '1',
    text: `text of ${id}`,
    author: { key: 'shop' },
    isOwn: true,
  });
const acted = (id: string, minute: number, visibility: 'hidden' | 'public' | 'deleted'): MessageFact =>
  messageFact({ ...base(id, minute), source: 'webhook', visibility });

/** What the list of an ad group says: names and texts of its own, and no key of the person. */
const shownByAd = (id: string, minute: number, parentId: string | null, adGroupId: string): MessageFact =>
  messageFact({
    ...base(id, 61 + Number(adGroupId)),
    kind: 'ad_comment',
    source: 'poll',
    ...placeOf(parentId),
    sentAt: wholeSeconds(minute),
    listed: 'public',
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
  answered('4', 3, '3'),
  acted('2', 5, 'hidden'),
  acted('2', 6, 'public'),
  acted('3', 7, 'deleted'),
  messageFact({ ...base('1', 8), source: 'webhook', text: 'edited', author: { key: 'lena' } }),
  listed('1', 0, null, 'lena'),
  listed('2', 1, '1', 'jo'),
  listed('4', 3, '3', 'shop', { isOwn: true }),
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

/** A comment, and by which ways the service hears of it. */
interface ThreadComment {
  /** Of the comment that it answers; the first comment answers none. */
  above: number;
  isOwn: boolean;
  by: readonly ('webhook' | 'answer' | 'list')[];
  actions: readonly ('hidden' | 'public')[];
  isDeleted: boolean;
}

const anyComment: fc.Arbitrary<ThreadComment> = fc.record({
  above: fc.nat(5),
  isOwn: fc.boolean(),
  by: fc.subarray(['webhook', 'answer', 'list'] as const, { minLength: 1 }),
  actions: fc.array(fc.constantFrom('hidden' as const, 'public' as const), { maxLength: 2 }),
  isDeleted: fc.boolean(),
});

/** What TikTok says of one comment in a thread. A list is read after all actions, and shows no deleted comment. */
function factsOf({ above, isOwn, by, actions, isDeleted }: ThreadComment, index: number): MessageFact[] {
  const id = String(index + 1);
  const parentId = index === 0 ? null : String((above % index) + 1);
  const person = isOwn ? 'shop' : `person ${above}`;
  const minute = index + 1;
  const status = actions.at(-1) ?? 'public';
  const facts = {
    webhook: insert(id, minute, parentId, person),
    // Only replies of the account have an answer.
    answer: isOwn && parentId !== null ? answered(id, minute, parentId) : undefined,
    list: isDeleted ? undefined : listed(id, minute, parentId, person, { isOwn, listed: status }),
  };
  const heard = by.flatMap((way) => facts[way] ?? []);
  return [
    // A thread whose first comment no source names would stay provisional.
    ...(heard.length > 0 ? heard : [facts.webhook]),
    ...actions.map((action, at) => acted(id, 20 + at, action)),
    ...(isDeleted ? [acted(id, 70, 'deleted')] : []),
  ];
}

const anyThread = fc.array(anyComment, { minLength: 1, maxLength: 6 });
/** A thread, and its facts in any order, some of them repeatedly. */
const anyInterleaving = anyThread.chain((thread) => {
  const facts = thread.flatMap(factsOf);
  const doubled = [...facts, ...facts.filter((_, index) => index % 3 === 0)];
  const length = { minLength: doubled.length, maxLength: doubled.length };
  return fc.record({
    thread: fc.constant(thread),
    facts: fc.constant(facts),
    order: fc.shuffledSubarray(doubled, length),
    batch: fc.integer({ min: 1, max: 4 }),
  });
});

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

async function stored(facts: readonly MessageFact[], batch: number): Promise<unknown[]> {
  const { organisationId, integrationIds } = await addAccounts(connector().database, 1);
  const id = integrationIds[0] ?? '';
  const writer = connector().app.get(ConversationWriter, { strict: false });
  for (let at = 0; at < facts.length; at += batch)
    await writer.store({ id, organisationId }, facts.slice(at, at + batch));
  return await inboxOf(id);
}

describe('A conversation', () => {
  it('of any thread is the same for any interleaving and repetition of webhooks, lists and own replies', async () => {
    await fc.assert(
      fc.asyncProperty(anyInterleaving, async ({ thread, facts, order, batch }) => {
        const inbox = await stored(facts, 1);
        expect(await stored(order, batch)).toEqual(inbox);
        expect(inbox[0]).toMatchObject([{ thread_key: '1' }]);
        expect(inbox[1]).toMatchObject(
          thread.map(({ isDeleted }, index) => ({
            comment_id: String(index + 1),
            text: isDeleted ? null : `text of ${index + 1}`,
          })),
        );
      }),
      { numRuns: 25 },
    );
  });

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

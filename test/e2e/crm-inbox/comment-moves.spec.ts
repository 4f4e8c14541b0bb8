import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  CommentHomes,
  ConversationWriter,
  messageFact,
  type MessageFact,
} from '../../../src/crm-inbox/index.js';
import { ActionRecord } from '../../../src/crm-inbox/replies/action-record.js';
import { OrgContext } from '../../../src/database/index.js';
import { useConnector } from '../../support/connector.js';
import { addAccounts } from '../../support/given/sync-accounts.js';

const connector = useConnector({ webhooks: false });
const NOW = Date.now() + 10 * 60_000;

let organisationId: string;
let ads: string;
let home: string;
let third: string;
beforeAll(async () => {
  const accounts = await addAccounts(connector().database, 3);
  ({ organisationId } = accounts);
  [ads = '', home = '', third = ''] = accounts.integrationIds;
});

const service = () => ({
  writer: connector().app.get(ConversationWriter, { strict: false }),
  homes: connector().app.get(CommentHomes, { strict: false }),
  context: connector().app.get(OrgContext, { strict: false }),
});
const store = (id: string, facts: MessageFact[]) => service().writer.store({ id, organisationId }, facts);
/** Moves threads into an inbox whose account owns the post, in one transaction. */
const bringHome = (...threads: [home: string, threadKey: string][]) =>
  service().context.run(organisationId, 'test', () =>
    service().context.transaction((em) =>
      service().homes.bringHome(
        em,
        threads.map(([to, threadKey]) => ({ home: to, threadKey, isOwnPost: true })),
      ),
    ),
  );

const at = (minute: number) => new Date(NOW + minute * 60_000);
function organic(id: string, minute: number, parentId: string | null, more: Partial<MessageFact> = {}) {
  return messageFact({
    kind: 'comment',
    id,
    source: 'webhook',
    at: at(minute),
    sentAt: at(minute),
    videoId: '77',
    visibility: 'public',
    type: parentId === null ? 'comment' : 'reply',
    parentId,
    text: `text of ${id}`,
    author: { key: `person of ${id}` },
    ...more,
  });
}
function shownByAd(id: string, minute: number, rootId: string | null, parentId = rootId): MessageFact {
  return messageFact({
    kind: 'ad_comment',
    id,
    source: 'poll',
    at: at(60),
    sentAt: at(minute),
    videoId: '77',
    listed: 'public',
    type: rootId === null ? 'comment' : 'reply',
    threadKey: rootId,
    parentId,
    text: `ad text of ${id}`,
    author: { name: `ad name ${id}` },
    ad: {
      accountId: '9',
      adGroupId: '1',
      adGroupName: 'Group',
      adId: '81',
      adName: null,
      campaignId: '5',
      campaignName: null,
      itemId: '77',
      identityId: '6',
      identityType: 'TT_USER',
      canDelete: false,
      canAnswer: true,
      isOwnPost: false,
    },
  });
}

const conversations = (threads: string[]) =>
  connector().database.query(
    `SELECT integration_id = $2 AS "isHome", thread_key AS thread, status, unread_count AS unread,
       (SELECT array_agg(comment_id ORDER BY comment_id) FROM messages m WHERE m.conversation_id = c.id) AS messages
     FROM conversations c WHERE organisation_id = $1 AND thread_key = ANY($3) ORDER BY thread_key`,
    [organisationId, home, threads],
  );

const placesOf = (ids: string[]) =>
  connector().database.query(
    'SELECT m.ads, c.ad FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE comment_id = ANY($1)',
    [ids],
  );

describe('bringHome', () => {
  it('moves a conversation whose reply is in a provisional thread of the home', async () => {
    await store(ads, [shownByAd('11', 0, null), shownByAd('12', 1, '11'), shownByAd('13', 2, '11', '12')]);
    await store(home, [organic('13', 2, '12')]);
    await bringHome([home, '11']);
    expect(await conversations(['11', '12'])).toMatchObject([
      { isHome: true, thread: '11', messages: ['11', '12', '13'] },
    ]);
  });

  it('keeps what only the other copy knew', async () => {
    await store(ads, [shownByAd('21', 0, null)]);
    await store(ads, [
      messageFact({
        kind: 'ad_comment',
        id: '21',
        source: 'reply',
        at: at(70),
        threadKey: '21',
        visibility: 'deleted',
        actor: 'user-7',
      }),
    ]);
    await store(home, [organic('21', 0, null)]);
    await bringHome([home, '21']);
    const [row] = await connector().database.query<object>(
      'SELECT visibility, text, ads IS NOT NULL AS tagged FROM messages WHERE integration_id = $1 AND comment_id = $2',
      [home, '21'],
    );
    expect(row).toEqual({ visibility: 'deleted', text: null, tagged: true });
  });

  it('knows at once that the account owns the post', async () => {
    await store(ads, [shownByAd('25', 0, null), shownByAd('26', 1, '25')]);
    await bringHome([home, '25']);
    const place = expect.objectContaining({ isOwnPost: true, adId: '81' });
    const own = { ads: [place], ad: place };
    expect(await placesOf(['25', '26'])).toEqual([own, own]);
  });

  it('takes a reply along that is being queued', async () => {
    await store(ads, [shownByAd('27', 0, null)]);
    await store(home, [organic('27', 0, null)]);
    const { context } = service();
    const id = randomUUID();
    await context.run(organisationId, 'test', async () => {
      const moved: Promise<unknown>[] = [];
      await context.transaction(async (em) => {
        await em.query(
          `INSERT INTO crm_outbox (id, organisation_id, integration_id, conversation_id, kind, target_id, content, status, created_by)
           SELECT $1, organisation_id, integration_id, id, 'ad_comment_reply', '27', '{"text":"Hi"}', 'failed', 'user-7'
           FROM conversations WHERE thread_key = '27' AND integration_id = $2`,
          [id, ads],
        );
        moved.push(bringHome([home, '27']));
        await setTimeout(500);
      });
      await Promise.all(moved);
    });
    expect(
      await connector().database.query('SELECT integration_id FROM crm_outbox WHERE id = $1', [id]),
    ).toEqual([{ integration_id: home }]);
  });

  it('lets two runs move threads between the same inboxes at the same time', async () => {
    const results: PromiseSettledResult<void>[] = [];
    const [first = '', second = '', last = ''] = [ads, home, third].toSorted();
    for (let n = 0; n < 20; n += 1) {
      const keys = [`3${n}1`, `3${n}2`, `3${n}3`] as const;
      await store(last, [shownByAd(keys[0], 0, null), shownByAd(keys[2], 0, null)]);
      await store(first, [shownByAd(keys[1], 0, null)]);
      // One by one, the first run would lock first, last, second, and the other one second, last.
      const runs = [bringHome([first, keys[0]], [second, keys[1]]), bringHome([second, keys[2]])];
      results.push(...(await Promise.allSettled(runs)));
    }
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
  });
});

describe('A conversation that is closed', () => {
  it('reopens when a provisional thread with an unread reply joins it', async () => {
    await store(home, [organic('51', 0, null), organic('54', 3, '53')]);
    await connector().database.query(
      "UPDATE conversations SET status = 'closed', unread_count = 0 WHERE thread_key = '51'",
    );
    const shop = { key: 'shop', name: null, username: null, picture: null };
    const own = organic('53', 2, '51', { source: 'reply', threadKey: '51', isOwn: true, author: shop });
    await store(home, [own]);
    expect(await conversations(['51', '53'])).toMatchObject([
      { thread: '51', status: 'open', messages: ['51', '53', '54'] },
    ]);
  });

  it('reopens when a thread of another inbox with an unread reply joins it', async () => {
    await store(ads, [shownByAd('61', 0, null), shownByAd('62', 1, '61')]);
    await store(home, [organic('61', 0, null)]);
    await connector().database.query(
      "UPDATE conversations SET status = 'closed' WHERE thread_key = '61' AND integration_id = $1",
      [home],
    );
    await bringHome([home, '61']);
    expect(await conversations(['61'])).toMatchObject([{ status: 'open', messages: ['61', '62'] }]);
  });
});

describe('An action on a comment whose conversation moves during the call', () => {
  it.each([
    ['as a whole', '81', false],
    ['into the one that the home has', '85', true],
  ])('is stored where the comment is now, if it moves %s', async (_how, id, isKnown) => {
    await store(ads, [shownByAd(id, 0, null)]);
    const [found] = await connector().database.query<{ id: string }>(
      'SELECT id FROM messages WHERE integration_id = $1 AND comment_id = $2',
      [ads, id],
    );
    if (isKnown) await store(home, [organic(id, 0, null)]);
    await bringHome([home, id]);

    const acted = { id: found?.id ?? '', platformId: id };
    const record = connector().app.get(ActionRecord, { strict: false });
    connector().moveClock(3 * 3600);
    const stored = await service().context.run(organisationId, 'test', () =>
      record.store(acted, { visibility: 'hidden' }, 'user-7'),
    );
    connector().moveClock(0);

    expect(stored).toMatchObject({ integrationId: home, visibility: 'hidden' });
    expect(await conversations([id])).toMatchObject([{ isHome: true, messages: [id] }]);
  });
});

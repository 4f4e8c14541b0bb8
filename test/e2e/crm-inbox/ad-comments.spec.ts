import { beforeAll, describe, expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';
import {
  adCommentTenant,
  commentOnAd,
  conversationsAbout,
  seededAd,
  smartPlusAd,
  sparkAd,
  syncOf,
  WITH_AD_COMMENTS,
  type AdCommentTenant,
  type SandboxAd,
} from '../../support/given/ad-comments.js';
import { openConversation } from '../../support/given/inbox.js';

const LIST = 'GET /open_api/v1.3/comment/list/';

const connector = useConnector(WITH_AD_COMMENTS);
let tenant: AdCommentTenant;
let ad: SandboxAd;
beforeAll(async () => {
  tenant = await adCommentTenant(connector());
  ad = await seededAd(connector(), tenant);
}, 60_000);

const sync = (kind = 'ad_comments', one = tenant) => syncOf(connector(), one, kind);
const about = (commentId: string, one = tenant) => conversationsAbout(one.api, commentId);

describe('Sync of ad comments', () => {
  it('shows a comment and its replies as one conversation with its ad', async () => {
    const commentId = await commentOnAd(connector(), ad, 'Price?', { likes: 3, username: 'lena.k' });
    await commentOnAd(connector(), ad, 'Me too', { parentCommentId: commentId, username: 'two.spoons' });

    expect(await sync()).toMatchObject({ status: 'succeeded', warnings: [] });

    const [conversation, ...more] = await about(commentId);
    expect(more).toEqual([]);
    expect(conversation).toMatchObject({
      kind: 'ad_comment',
      integrationId: tenant.integrationId,
      // No `unique_identifier`, so no contact.
      contact: null,
      unreadCount: 2,
      ad: {
        accountId: tenant.accountId,
        adId: ad.adId,
        adGroupId: ad.adGroupId,
        adName: expect.any(String),
        adGroupName: expect.any(String),
        campaignId: expect.any(String),
        campaignName: expect.any(String),
      },
    });
    const { messages } = await openConversation(tenant.api, conversation?.id ?? '');
    expect(messages.toSorted((a, b) => (a.type ?? '').localeCompare(b.type ?? ''))).toMatchObject([
      { type: 'comment', text: 'Price?', likes: 3, visibility: 'public', direction: 'in' },
      { type: 'reply', text: 'Me too', author: { name: 'two.spoons', contactId: null } },
    ]);
    const filtered = await conversationsAbout(tenant.api, commentId, '?kind=ad_comment&limit=200');
    expect(filtered).toHaveLength(1);
    expect(await conversationsAbout(tenant.api, commentId, '?kind=comment&limit=200')).toEqual([]);
  });

  it('finds a comment that TikTok releases late, behind a page without news', async () => {
    const late = await commentOnAd(connector(), ad, 'held back');
    for (let n = 0; n < 101; n += 1) await commentOnAd(connector(), ad, `number ${n}`);
    await sync();
    // As if TikTok had not listed it so far.
    const { query } = connector().database;
    await query('DELETE FROM conversations WHERE integration_id = $1 AND thread_key = $2', [
      tenant.integrationId,
      late,
    ]);
    expect(await about(late)).toEqual([]);

    expect(await sync()).toMatchObject({ status: 'succeeded', items: 1 });
    expect(await about(late)).toHaveLength(1);
  });

  it('reads few pages of an ad group without news once its comments are older than a day', async () => {
    const groups = await connector().database.query(
      'SELECT 1 FROM ad_comment_listings WHERE integration_id = $1',
      [tenant.integrationId],
    );
    connector().moveClock(3 * 86_400);
    try {
      await sync();
      const before = await connector().sandbox.calls(LIST);
      expect(await sync()).toMatchObject({ status: 'succeeded', items: 0 });
      expect((await connector().sandbox.calls(LIST)) - before).toBeLessThanOrEqual(groups.length);
    } finally {
      connector().moveClock(0);
    }
  });
});

describe('A comment on a Spark Ad', () => {
  it.each([
    ['the post', ['comments', 'ad_comments', 'comments']],
    ['the ad', ['ad_comments', 'comments', 'ad_comments']],
  ])('is one message of one conversation if %s shows it first', async (_first, order) => {
    const one = await adCommentTenant(connector());
    const spark = await sparkAd(connector(), one);
    const commentId = await commentOnAd(connector(), spark, 'Under the post', { username: 'lena.k' });
    const replyId = await commentOnAd(connector(), spark, 'Really', { parentCommentId: commentId });

    for (const kind of order) expect(await sync(kind, one)).toMatchObject({ status: 'succeeded' });

    const found = await about(commentId, one);
    expect(found).toMatchObject([
      {
        kind: 'ad_comment',
        videoId: one.videoId,
        unreadCount: 2,
        // TikTok shows the person in the list of the post.
        contact: { id: expect.any(String) },
        ad: { adId: spark.adId, adGroupId: spark.adGroupId, accountId: one.accountId },
      },
    ]);
    const { messages, timeline } = await openConversation(one.api, found[0]?.id ?? '');
    expect(messages.map(({ tiktokId }) => tiktokId).toSorted()).toEqual([replyId, commentId].toSorted());
    expect(timeline).toEqual([]);
    expect(await about(replyId, one)).toEqual([]);
  });
});

describe('The erasure of a person', () => {
  it('reaches what an ad has shown of a comment on a post, and no later list brings it back', async () => {
    const one = await adCommentTenant(connector());
    const spark = await sparkAd(connector(), one);
    const commentId = await commentOnAd(connector(), spark, 'My secret', { username: 'lena.k' });
    for (const kind of ['ad_comments', 'comments']) await sync(kind, one);
    const [before] = await about(commentId, one);
    expect((await one.api.send('DELETE', `/api/crm/contacts/${before?.contact?.id}`)).status).toBe(200);

    for (const kind of ['comments', 'ad_comments']) await sync(kind, one);

    const [after] = await about(commentId, one);
    expect(after).toMatchObject({ contact: null, lastMessageText: null, ad: { adId: spark.adId } });
    const rows = await connector().database.query('SELECT * FROM messages WHERE comment_id = $1', [
      commentId,
    ]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/My secret|lena/);
  });
});

describe('A comment on an ad of Upgraded Smart+', () => {
  it('has the ad group that was asked for, and neither id nor name of its ad', async () => {
    const one = await adCommentTenant(connector());
    const smart = await smartPlusAd(connector(), one);
    const commentId = await commentOnAd(connector(), smart, 'Smart?');

    expect(await sync('ad_comments', one)).toMatchObject({ status: 'succeeded' });

    expect(await about(commentId, one)).toMatchObject([
      {
        kind: 'ad_comment',
        videoId: one.videoId,
        ad: { adGroupId: smart.adGroupId, adGroupName: 'Smart group', adId: null, adName: null },
      },
    ]);
  });
});

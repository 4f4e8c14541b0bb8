import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { useConnector, type Tenant } from '../../support/connector.js';
import {
  adCommentTenant,
  commentOnAd,
  conversationsAbout,
  seededAd,
  sparkAd,
  syncOf,
  WITH_AD_COMMENTS,
  type AdCommentTenant,
  type SandboxAd,
} from '../../support/given/ad-comments.js';
import { connectBusiness } from '../../support/given/business-tenant.js';
import { openConversation } from '../../support/given/inbox.js';

const connector = useConnector(WITH_AD_COMMENTS);
let advertiser: AdCommentTenant;
/** An ad of the same ad group. */
let other: SandboxAd;
beforeAll(async () => {
  advertiser = await adCommentTenant(connector());
  other = await seededAd(connector(), advertiser);
}, 60_000);

interface Creator {
  username: string;
  videoId: string;
  spark: SandboxAd;
}

/** A creator whose post an ad shows, and who is not connected yet. */
async function creator(): Promise<Creator> {
  const username = `creator_${randomUUID().slice(0, 8)}`;
  await connector().sandbox.control('/accounts', { username, videos: 1, comments: 0 });
  const { videos } = await connector().sandbox.read<{ videos: { id: string }[] }>(
    `/videos?account=${username}`,
  );
  const videoId = videos[0]?.id ?? '';
  return { username, videoId, spark: await sparkAd(connector(), advertiser, { username, videoId }) };
}

/** Connects the creator to an organisation, by default that of the advertiser. */
async function connect({ username }: Creator, organisationId = advertiser.organisationId): Promise<Tenant> {
  const account = { username, organisationId };
  const tenant = await connectBusiness(connector(), account, ['video.list', 'user.info.stats']);
  await syncOf(connector(), tenant, 'videos');
  return tenant;
}

const syncAds = () => syncOf(connector(), advertiser, 'ad_comments');
const about = (commentId: string) => conversationsAbout(advertiser.api, commentId);

describe("A comment on an ad that shows another account's post", () => {
  it('is in the inbox of the ad account until the other account is connected', async () => {
    const one = await creator();
    const commentId = await commentOnAd(connector(), one.spark, 'Whose?');
    await syncAds();
    const [before] = await about(commentId);
    expect(before).toMatchObject({ integrationId: advertiser.integrationId, kind: 'ad_comment' });
    await advertiser.api.post(`/api/crm/conversations/${before?.id}/assign`, { assignee: 'user-7' });

    const owner = await connect(one);
    await syncAds();

    expect(await about(commentId)).toMatchObject([
      {
        id: before?.id,
        integrationId: owner.integrationId,
        assignee: 'user-7',
        ad: { adId: one.spark.adId },
      },
    ]);
    await syncOf(connector(), owner, 'comments');
    const [after, ...more] = await about(commentId);
    expect(more).toEqual([]);
    expect(after).toMatchObject({ id: before?.id, contact: { id: expect.any(String) } });
  });

  it('becomes one conversation when both accounts have shown it', async () => {
    const one = await creator();
    const commentId = await commentOnAd(connector(), one.spark, 'Twice?');
    const replyId = await commentOnAd(connector(), one.spark, 'Yes', { parentCommentId: commentId });
    await syncAds();
    const [copy] = await about(commentId);
    await advertiser.api.post(`/api/crm/conversations/${copy?.id}/assign`, { assignee: 'user-7' });
    const owner = await connect(one);
    await syncOf(connector(), owner, 'comments');

    await syncAds();

    const [conversation, ...more] = await about(commentId);
    expect(more).toEqual([]);
    expect(conversation).toMatchObject({
      integrationId: owner.integrationId,
      kind: 'ad_comment',
      assignee: 'user-7',
      ad: { adId: one.spark.adId },
    });
    const { messages } = await openConversation(advertiser.api, conversation?.id ?? '');
    expect(messages.map(({ tiktokId }) => tiktokId).toSorted()).toEqual([commentId, replyId].toSorted());
    expect(await about(replyId)).toEqual([]);
  });

  it('moves although its ad group shows nothing new', async () => {
    const one = await creator();
    const commentId = await commentOnAd(connector(), one.spark, 'Old news');
    for (let n = 0; n < 101; n += 1) await commentOnAd(connector(), { adId: other.adId }, `newer ${n}`);
    await syncAds();
    const owner = await connect(one);
    expect(await syncAds()).toMatchObject({ status: 'succeeded', items: 0 });
    expect(await about(commentId)).toMatchObject([{ integrationId: owner.integrationId }]);
  });

  it('stays where it is for other organisations', async () => {
    const one = await creator();
    const commentId = await commentOnAd(connector(), one.spark, 'Separate');
    const elsewhere = await connect(one, `org-${randomUUID()}`);
    await syncAds();
    expect(await about(commentId)).toMatchObject([{ integrationId: advertiser.integrationId }]);
    expect(await conversationsAbout(elsewhere.api, commentId)).toEqual([]);
  });
});

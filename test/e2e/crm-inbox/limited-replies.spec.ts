import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import {
  answeringTenant,
  untilReply,
  type AnsweringTenant,
  type Outgoing,
} from '../../support/given/answering.js';
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
import { openConversation } from '../../support/given/inbox.js';

const connector = useConnector({
  sandbox: WITH_AD_COMMENTS.sandbox,
  environment: { ...WITH_AD_COMMENTS.environment, CRM_LIMITED_AFTER_MINUTES: '60' },
});

async function posted(
  tenant: Pick<AnsweringTenant, 'api' | 'conversationId'>,
  text: string,
): Promise<string> {
  const { body } = await tenant.api.post<Outgoing>(`/api/crm/conversations/${tenant.conversationId}/reply`, {
    text,
  });
  await untilReply(tenant, body.id, ({ status }) => status === 'confirmed');
  return body.id;
}

it('flags a reply that TikTok shows only to its author, and none that others see', async () => {
  const tenant = await answeringTenant(connector());
  await connector().sandbox.control('/settings', {
    business: { commentLimitFrom: 2, commentPublicEvent: false },
  });
  const [shown, limited] = [await posted(tenant, 'Thanks!'), await posted(tenant, 'Thanks!')];
  expect(await untilReply(tenant, limited, () => true)).toMatchObject({ reach: null, statusText: 'Posted.' });

  await connector().hurry('crm-outbox');

  expect(await untilReply(tenant, shown, ({ reach }) => reach !== null)).toMatchObject({ reach: 'public' });
  expect(await untilReply(tenant, limited, ({ reach }) => reach !== null)).toMatchObject({
    reach: 'limited',
    statusText: expect.stringContaining('vary the text'),
  });
  const { timeline } = await openConversation(tenant.api, tenant.conversationId);
  expect(timeline).toMatchObject([{ type: 'reply_limited', actor: null, details: { replyId: limited } }]);
});

it('believes the event by which TikTok makes a comment public', async () => {
  const tenant = await answeringTenant(connector());
  await connector().sandbox.control('/settings', {
    business: { commentLimitFrom: 0, commentPublicEvent: true },
  });
  const id = await posted(tenant, 'Ten euros');
  await eventually(async () => {
    await connector().hurry('webhook');
    return (await untilReply(tenant, id, () => true)).reach === 'public';
  });
});

it('does not flag a reply below a hidden comment, which TikTok does not list', async () => {
  const tenant = await answeringTenant(connector());
  await connector().sandbox.control('/settings', { business: { commentPublicEvent: false } });
  const id = await posted(tenant, 'Ten euros');
  const { body } = await tenant.api.get<{ items: { id: string }[] }>(
    `/api/crm-inbox/conversations/${tenant.conversationId}/messages`,
  );
  const path = `/api/crm/conversations/${tenant.conversationId}/messages/${body.items[0]?.id}/hide`;
  expect((await tenant.api.post(path, {})).status).toBe(200);

  await connector().hurry('crm-outbox');

  await eventually(async () => {
    const [row] = await connector().database.query<{ due_at: Date | null }>(
      'SELECT due_at FROM crm_outbox WHERE id = $1',
      [id],
    );
    return row?.due_at === null;
  });
  expect(await untilReply(tenant, id, () => true)).toMatchObject({ status: 'confirmed', reach: null });
});

describe('a reply through an ad account', () => {
  let advertiser: AdCommentTenant;
  beforeAll(async () => {
    advertiser = await adCommentTenant(connector());
  }, 60_000);

  /** A viewer's comment under an ad, and a reply that TikTok accepts and shows only to its author. */
  async function limitedReply(ad: SandboxAd): Promise<{ conversationId: string; id: string }> {
    const { api } = advertiser;
    await connector().sandbox.control('/settings', {
      business: { commentLimitFrom: 0, commentPublicEvent: false },
    });
    const commentId = await commentOnAd(connector(), ad, 'Price?');
    await syncOf(connector(), advertiser, 'ad_comments');
    const [conversation] = await conversationsAbout(api, commentId);
    const conversationId = conversation?.id ?? '';
    await connector().sandbox.control('/settings', { business: { commentLimitFrom: 1 } });
    const id = await posted({ api, conversationId }, 'Ten euros');
    await connector().hurry('crm-outbox');
    await eventually(async () => {
      const rows = await connector().database.query(
        'SELECT FROM crm_outbox WHERE id = $1 AND due_at IS NULL',
        [id],
      );
      return rows.length === 1;
    });
    return { conversationId, id };
  }

  const replyOf = ({ conversationId, id }: { conversationId: string; id: string }) =>
    untilReply({ api: advertiser.api, conversationId }, id, () => true);

  it('is flagged below the post of a connected account, which lists comments as others see them', async () => {
    const one = await limitedReply(await sparkAd(connector(), advertiser));
    expect(await replyOf(one)).toMatchObject({ kind: 'ad_comment_reply', reach: 'limited' });
    const { timeline } = await openConversation(advertiser.api, one.conversationId);
    expect(timeline).toMatchObject([{ type: 'reply_limited', details: { replyId: one.id } }]);
  });

  it('is not flagged below a post that only ads show, which no list shows as others see it', async () => {
    const one = await limitedReply(await seededAd(connector(), advertiser));
    expect(await replyOf(one)).toMatchObject({ kind: 'ad_comment_reply', status: 'confirmed', reach: null });
  });
});

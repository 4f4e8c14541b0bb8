import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
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
import { untilReply, type Outgoing } from '../../support/given/answering.js';
import { openConversation, type InboxMessage } from '../../support/given/inbox.js';

const POST = 'POST /open_api/v1.3/comment/post/';
const STATUS = 'POST /open_api/v1.3/comment/status/update/';
const DELETE = 'POST /open_api/v1.3/comment/delete/';
const ORGANIC = 'POST /open_api/v1.3/business/comment/reply/create/';
const ORGANIC_HIDE = 'POST /open_api/v1.3/business/comment/hide/';

const connector = useConnector({
  ...WITH_AD_COMMENTS,
  environment: { ...WITH_AD_COMMENTS.environment, CRM_SETTLE_SECONDS: '1', CRM_CHECKS: '2' },
});
let tenant: AdCommentTenant;
let ad: SandboxAd;
beforeAll(async () => {
  tenant = await adCommentTenant(connector());
  ad = await seededAd(connector(), tenant);
}, 60_000);
afterEach(async () => {
  await connector().sandbox.clearFaults();
  await connector().sandbox.control('/settings', { business: { adCommentManageScope: true } });
});

interface Answering {
  api: AdCommentTenant['api'];
  conversationId: string;
  commentId: string;
}

/** A viewer's comment under an ad, in the inbox. */
async function commented(on: SandboxAd = ad, one: AdCommentTenant = tenant): Promise<Answering> {
  const commentId = await commentOnAd(connector(), on, 'Price?');
  expect(await syncOf(connector(), one, 'ad_comments')).toMatchObject({ status: 'succeeded' });
  const [conversation] = await conversationsAbout(one.api, commentId);
  return { api: one.api, conversationId: conversation?.id ?? '', commentId };
}

const pathOf = ({ conversationId }: Answering) => `/api/crm/conversations/${conversationId}`;
const reply = (one: Answering, text = 'Ten euros', more: object = {}) =>
  one.api.post<Outgoing & ProblemBody>(`${pathOf(one)}/reply`, { text, ...more });
const settled = (one: Answering, id: string) => untilReply(one, id, ({ action }) => action !== 'wait');
const calls = (match: string) => connector().sandbox.calls(match);
const messagesOf = async (one: Answering): Promise<InboxMessage[]> =>
  (await openConversation(one.api, one.conversationId)).messages;
const act = (one: Answering, messageId: string | undefined, action: string) =>
  one.api.post<InboxMessage & ProblemBody>(`${pathOf(one)}/messages/${messageId}/${action}`, {});

async function messageOf(one: Answering, tiktokId = one.commentId): Promise<InboxMessage | undefined> {
  return (await messagesOf(one)).find((message) => message.tiktokId === tiktokId);
}

describe('POST /api/crm/conversations/:conversationId/reply to a comment on an ad', () => {
  it('replies once through the ad account, and keeps the reply one message after the next sync', async () => {
    const one = await commented();
    const before = await calls(POST);

    const { status, body } = await reply(one);

    expect([status, body.status]).toEqual([202, 'queued']);
    const confirmed = await settled(one, body.id);
    expect(confirmed).toMatchObject({ status: 'confirmed', kind: 'ad_comment_reply', statusText: 'Posted.' });
    expect((await calls(POST)) - before).toBe(1);
    await syncOf(connector(), tenant, 'ad_comments');
    expect(await messagesOf(one)).toHaveLength(2);
    expect(await messageOf(one, confirmed.commentId ?? '')).toMatchObject({
      direction: 'out',
      text: 'Ten euros',
      unread: false,
    });
  });

  it('answers the first comment of the thread if a reply is to be answered', async () => {
    const one = await commented();
    const replyId = await commentOnAd(connector(), ad, 'Me too', { parentCommentId: one.commentId });
    await syncOf(connector(), tenant, 'ad_comments');
    const messageId = (await messageOf(one, replyId))?.id;

    const { body } = await reply(one, 'Both of you: ten euros', { messageId });

    expect(await settled(one, body.id)).toMatchObject({ status: 'confirmed', messageId });
  });

  it('finds a reply whose answer was lost, and sends it once', async () => {
    const one = await commented();
    await connector().sandbox.fault({ match: POST, kind: 'lost_response', times: 1 });
    const before = await calls(POST);

    const { body } = await reply(one, 'The answer is lost');

    expect(await settled(one, body.id)).toMatchObject({ status: 'confirmed' });
    expect((await calls(POST)) - before).toBe(1);
    expect(await messagesOf(one)).toHaveLength(2);
  });

  it('leaves it to the user to send a reply again that no look has found', async () => {
    const one = await commented();
    await connector().sandbox.fault({ match: POST, kind: 'reset', times: 1 });

    const { body } = await reply(one, 'Nothing arrived');

    expect(await settled(one, body.id)).toMatchObject({ status: 'unknown', action: 'check' });
    expect(await messagesOf(one)).toHaveLength(1);
    const again = await one.api.post<Outgoing>(`${pathOf(one)}/replies/${body.id}/retry`, {});
    expect(await settled(one, again.body.id)).toMatchObject({ status: 'confirmed' });
    expect(await messagesOf(one)).toHaveLength(2);
  });

  it('replies as the account that owns the post for an ad of Upgraded Smart+', async () => {
    const smart = await smartPlusAd(connector(), tenant);
    const one = await commented(smart);
    const before = [await calls(POST), await calls(ORGANIC)];

    const { body } = await reply(one);

    expect(await settled(one, body.id)).toMatchObject({ status: 'confirmed', kind: 'comment_reply' });
    expect([await calls(POST), await calls(ORGANIC)]).toEqual([before[0], (before[1] ?? 0) + 1]);
  });

  it('refuses an ad of Upgraded Smart+ whose post belongs to no connected account', async () => {
    const username = `creator_${Date.now()}`;
    const { videoId } = await creatorsVideo(username);
    const smart = await smartPlusAd(connector(), tenant, { username, videoId });
    const one = await commented(smart);
    const { status, body } = await reply(one);
    expect([status, body.code]).toEqual([409, 'ad_answer_unsupported']);
    expect(body.detail).toContain('Connect the TikTok account that owns the post');
  });

  it('refuses with a fix where the identity has not granted it, and replies by the owner of a post', async () => {
    await commented();
    expect(await answerAbility()).toMatchObject({ state: 'yes', problem: null });
    await connector().sandbox.control('/settings', { business: { adCommentManageScope: false } });
    const one = await commented();
    expect(await answerAbility()).toMatchObject({ state: 'no', problem: { code: 'ad_answer_not_granted' } });
    const { status, body } = await reply(one);
    expect([status, body.code]).toEqual([409, 'ad_answer_not_granted']);
    expect(body.detail).toContain('Ask its owner');

    const own = await commented(await sparkAd(connector(), tenant));
    const answer = await reply(own);
    expect(await settled(own, answer.body.id)).toMatchObject({ status: 'confirmed', kind: 'comment_reply' });
  });

  it('checks the text, the role and the organisation', async () => {
    const one = await commented();
    expect((await reply(one, 'x'.repeat(1_201))).status).toBe(422);
    const viewer = connector().api(tenant.organisationId, 'viewer');
    expect((await reply({ ...one, api: viewer })).status).toBe(403);
    expect(await reply({ ...one, api: connector().api() })).toMatchObject({
      status: 404,
      body: { code: 'unknown_conversation' },
    });
  });
});

describe('POST …/messages/:messageId/… for a comment on an ad', () => {
  it('hides and shows it through the ad account', async () => {
    const one = await commented();
    const message = await messageOf(one);
    const before = await calls(ORGANIC_HIDE);

    expect(await act(one, message?.id, 'hide')).toMatchObject({
      status: 200,
      body: { visibility: 'hidden' },
    });
    await syncOf(connector(), tenant, 'ad_comments');
    expect(await messageOf(one)).toMatchObject({ visibility: 'hidden' });
    expect(await act(one, message?.id, 'unhide')).toMatchObject({ status: 200 });

    const { timeline } = await openConversation(one.api, one.conversationId);
    expect(timeline.map(({ type, actor }) => `${type} by ${actor}`)).toEqual([
      'unhidden by tester',
      'hidden by tester',
    ]);
    expect(await calls(ORGANIC_HIDE)).toBe(before);
  });

  it('reads the comment after a lost answer', async () => {
    const one = await commented();
    await connector().sandbox.fault({ match: STATUS, kind: 'lost_response', times: 1 });
    expect(await act(one, (await messageOf(one))?.id, 'hide')).toMatchObject({
      status: 200,
      body: { visibility: 'hidden' },
    });
  });

  it('hides comments on an ad of Upgraded Smart+, too', async () => {
    const one = await commented(await smartPlusAd(connector(), tenant));
    expect(await act(one, (await messageOf(one))?.id, 'hide')).toMatchObject({ status: 200 });
  });

  it('deletes what the identity of the ad wrote, and nothing of viewers', async () => {
    const one = await commented();
    const { body } = await reply(one);
    const { commentId } = await settled(one, body.id);
    const own = await messageOf(one, commentId ?? '');
    const before = await calls(DELETE);

    expect(await act(one, own?.id, 'delete')).toMatchObject({
      status: 200,
      body: { visibility: 'deleted', text: null },
    });
    expect((await calls(DELETE)) - before).toBe(1);
    expect(await act(one, (await messageOf(one))?.id, 'delete')).toMatchObject({
      status: 409,
      body: { code: 'not_own_comment' },
    });
  });

  it('likes it only where the post belongs to a connected account', async () => {
    const one = await commented();
    for (const action of ['like', 'unlike'])
      expect(await act(one, (await messageOf(one))?.id, action)).toMatchObject({
        status: 409,
        body: { code: 'action_unsupported', detail: expect.stringContaining('no call that likes') },
      });
    const own = await commented(await sparkAd(connector(), tenant));
    expect(await act(own, (await messageOf(own))?.id, 'like')).toMatchObject({ status: 200 });
  });
});

/** What the ad account shows about answers to comments. */
async function answerAbility(): Promise<unknown> {
  const { body } = await tenant.api.get<{ abilities: { ability: string }[] }>(
    `/api/ads/accounts/${tenant.accountId}`,
  );
  return body.abilities.find((one) => one.ability === 'answer_comments');
}

/** The post of a creator who is connected to no organisation. */
async function creatorsVideo(username: string): Promise<{ videoId: string }> {
  await connector().sandbox.control('/accounts', { username, videos: 1 });
  const { videos } = await connector().sandbox.read<{ videos: { id: string; username: string }[] }>(
    `/videos?account=${username}`,
  );
  return { videoId: videos.find((one) => one.username === username)?.id ?? videos[0]?.id ?? '' };
}

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import {
  answeringTenant,
  messagesIn,
  postedReplies,
  untilReply,
  type AnsweringTenant,
  type InboxMessage,
  type Outgoing,
} from '../../support/given/answering.js';

const connector = useConnector({ environment: { CRM_LIMITED_AFTER_MINUTES: '0' } });
const HIDE = 'POST /open_api/v1.3/business/comment/hide/';

const act = (tenant: AnsweringTenant, messageId: string, action: string) =>
  tenant.api.post<InboxMessage & ProblemBody>(
    `/api/crm/conversations/${tenant.conversationId}/messages/${messageId}/${action}`,
    {},
  );

async function firstMessage(tenant: AnsweringTenant): Promise<InboxMessage> {
  return eventually(async () => (await messagesIn(tenant))[0]);
}

async function timelineOf({ conversationId }: AnsweringTenant): Promise<string[]> {
  const rows = await connector().database.query<{ type: string; actor: string | null }>(
    'SELECT type, actor FROM conversation_events WHERE conversation_id = $1 ORDER BY at, id',
    [conversationId],
  );
  return rows.map(({ type, actor }) => `${type} by ${actor}`);
}

async function ownReply(tenant: AnsweringTenant): Promise<InboxMessage> {
  const { body } = await tenant.api.post<Outgoing>(`/api/crm/conversations/${tenant.conversationId}/reply`, {
    text: 'Ten euros',
  });
  const { commentId } = await untilReply(tenant, body.id, ({ status }) => status === 'confirmed');
  return eventually(async () => (await messagesIn(tenant)).find((one) => one.commentId === commentId));
}

const commentsAt = async (tenant: AnsweringTenant) =>
  (
    await connector().sandbox.read<{ comments: { id: string; status: string; likes: number }[] }>(
      `/comments?videoId=${tenant.videoId}`,
    )
  ).comments.find(({ id }) => id === tenant.commentId);

describe('POST /api/crm/conversations/:conversationId/messages/:messageId/…', () => {
  it('hides a comment once, and shows it again', async () => {
    const tenant = await answeringTenant(connector());
    const { id } = await firstMessage(tenant);

    expect(await act(tenant, id, 'hide')).toMatchObject({ status: 200, body: { id, visibility: 'hidden' } });
    expect(await act(tenant, id, 'hide')).toMatchObject({ status: 200, body: { visibility: 'hidden' } });
    expect(await commentsAt(tenant)).toMatchObject({ status: 'HIDDEN' });
    expect(await act(tenant, id, 'unhide')).toMatchObject({ status: 200, body: { visibility: 'public' } });
    expect(await commentsAt(tenant)).toMatchObject({ status: 'PUBLIC' });
    expect(await timelineOf(tenant)).toEqual(['hidden by tester', 'unhidden by tester']);
  });

  it('likes a comment once, and takes the like back', async () => {
    const tenant = await answeringTenant(connector());
    const { id } = await firstMessage(tenant);
    for (const action of ['like', 'like']) expect((await act(tenant, id, action)).status).toBe(200);
    expect(await commentsAt(tenant)).toMatchObject({ likes: 1 });
    expect((await act(tenant, id, 'unlike')).status).toBe(200);
    expect(await commentsAt(tenant)).toMatchObject({ likes: 0 });
  });

  it('deletes an own comment, also twice, and none of a viewer', async () => {
    const tenant = await answeringTenant(connector());
    const { id } = await ownReply(tenant);

    for (const _ of [1, 2])
      expect(await act(tenant, id, 'delete')).toMatchObject({
        status: 200,
        body: { visibility: 'deleted', text: null },
      });
    expect(await postedReplies(connector(), tenant)).toEqual([]);
    expect(await timelineOf(tenant)).toEqual(['deleted by tester']);
    expect(await act(tenant, (await firstMessage(tenant)).id, 'delete')).toMatchObject({
      status: 409,
      body: { code: 'not_own_comment' },
    });
  });

  it('reports a comment that was deleted in the meantime, and remembers it', async () => {
    const tenant = await answeringTenant(connector());
    const { id } = await firstMessage(tenant);
    await connector().sandbox.fault({ match: HIDE, kind: 'error_code', code: '40007', times: 1 });
    for (const _ of [1, 2])
      expect(await act(tenant, id, 'hide')).toMatchObject({ status: 409, body: { code: 'comment_deleted' } });
    expect((await firstMessage(tenant)).visibility).toBe('deleted');
  });

  it('reads the comment after a lost answer', async () => {
    const tenant = await answeringTenant(connector());
    const { id } = await firstMessage(tenant);
    await connector().sandbox.fault({ match: HIDE, kind: 'lost_response', times: 1 });
    expect(await act(tenant, id, 'hide')).toMatchObject({ status: 200, body: { visibility: 'hidden' } });
    await connector().sandbox.fault({ match: HIDE, kind: 'http500_html', times: 1 });
    expect(await act(tenant, id, 'unhide')).toMatchObject({
      status: 503,
      body: { code: 'tiktok_unavailable', detail: expect.stringContaining('safe to repeat') },
    });
    expect(await act(tenant, id, 'unhide')).toMatchObject({ status: 200 });
  });

  it('refuses a viewer, another organisation and an unknown message', async () => {
    const tenant = await answeringTenant(connector());
    const { id } = await firstMessage(tenant);
    const viewer = connector().api(tenant.organisationId, 'viewer');
    expect((await act({ ...tenant, api: viewer }, id, 'hide')).status).toBe(403);
    expect((await act({ ...tenant, api: connector().api() }, id, 'hide')).status).toBe(404);
    expect((await act(tenant, randomUUID(), 'hide')).body.code).toBe('unknown_message');
    expect((await act(tenant, 'abc', 'hide')).body.code).toBe('unknown_message');
  });
});

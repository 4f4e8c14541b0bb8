import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody } from '../api-client.js';
import type { RunningConnector, Tenant } from '../connector.js';
import { businessTenant } from './business-tenant.js';

/** Consents of many tenants at once would exceed the limits of a new app. */
export const UNLIMITED = { business: { appRateLimits: false } };

export const REPLY = 'POST /open_api/v1.3/business/comment/reply/create/';
export const REPLY_LIST = 'GET /open_api/v1.3/business/comment/reply/list/';

/** What the service has sent, or is about to. */
export interface Outgoing {
  id: string;
  kind: string;
  status: string;
  statusText: string;
  action: string | null;
  commentId: string | null;
  reach: string | null;
  failCode: string | null;
  text: string;
  messageId: string | null;
  warnings?: string[];
}

export interface InboxMessage {
  id: string;
  commentId: string;
  text: string | null;
  visibility: string;
}

export interface AnsweringTenant extends Tenant {
  videoId: string;
  /** A viewer's comment, and its conversation. */
  commentId: string;
  conversationId: string;
}

interface SandboxComment {
  id: string;
  text: string;
  username: string;
  parentId: string | null;
  status: string;
}

/** An organisation whose account may write comments, with one comment of a viewer in its inbox. */
export async function answeringTenant(
  connector: Pick<RunningConnector, 'api' | 'sandbox'>,
  text = 'Price?',
  login = ['video.list'],
): Promise<AnsweringTenant> {
  const tenant = await businessTenant(connector, login, { videos: 1, comments: 0 });
  const { body: details } = await tenant.api.get(`/api/integrations/${tenant.integrationId}`);
  // Otherwise each test would fail in a way of its own.
  if (!/"manage_comments","available":true/.test(JSON.stringify(details)))
    throw new Error(`the account may not write comments: ${JSON.stringify(details)}`);
  await tenant.api.post('/api/sync/trigger', {
    platform: 'tiktok',
    syncType: 'videos',
    integrationId: tenant.integrationId,
  });
  const videoId = await eventually(async () => {
    const { body } = await tenant.api.get<PageBody<{ videoId: string }>>('/api/social-activity/videos');
    return body.items[0]?.videoId;
  });
  const { commentId } = await connector.sandbox.control<{ commentId: string }>('/comments', {
    username: 'lena.k',
    videoId,
    text,
  });
  const conversationId = await eventually(async () => {
    const { body } = await tenant.api.get<PageBody<{ id: string; rootCommentId: string }>>(
      '/api/crm-inbox/conversations',
    );
    return body.items.find((one) => one.rootCommentId === commentId)?.id;
  });
  return { ...tenant, videoId, commentId, conversationId };
}

/** Waits until a reply has a status. */
export function untilReply(
  { api, conversationId }: Pick<AnsweringTenant, 'api' | 'conversationId'>,
  replyId: string,
  fits: (reply: Outgoing) => boolean,
): Promise<Outgoing> {
  return eventually(async () => {
    const { body } = await api.get<Outgoing>(`/api/crm/conversations/${conversationId}/replies/${replyId}`);
    return fits(body) && body;
  });
}

export async function messagesIn({
  api,
  conversationId,
}: Pick<AnsweringTenant, 'api' | 'conversationId'>): Promise<InboxMessage[]> {
  const path = `/api/crm-inbox/conversations/${conversationId}/messages`;
  return (await api.get<PageBody<InboxMessage>>(path)).body.items;
}

/** The account's own comments under the video, as TikTok has them. */
export async function postedReplies(
  connector: Pick<RunningConnector, 'sandbox'>,
  { videoId, username }: Pick<AnsweringTenant, 'videoId' | 'username'>,
): Promise<SandboxComment[]> {
  const { comments } = await connector.sandbox.read<{ comments: SandboxComment[] }>(
    `/comments?videoId=${videoId}`,
  );
  return comments.filter((one) => one.username === username);
}

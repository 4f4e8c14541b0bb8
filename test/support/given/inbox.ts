import { answer, type components } from 'tiktok-connector-client';
import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient, PageBody } from '../api-client.js';
import type { RunningConnector, Tenant } from '../connector.js';

export const INBOX = '/api/crm/conversations';

type Schemas = components['schemas'];
export type InboxConversation = Schemas['CrmConversationView'];
export type InboxMessage = Schemas['CrmMessageView'];
export type OpenedConversation = Schemas['ConversationDetailsView'];

/** An organisation whose videos are in the store, because comments name only the video. */
export async function commentedTenant(connector: RunningConnector): Promise<Tenant & { videoId: string }> {
  const tenant = await connector.tenant({ videos: 1 });
  const client = tenant.api.typed;
  await answer(client.POST('/api/sync/trigger', { body: { platform: 'tiktok', syncType: 'videos' } }));
  const videoId = await eventually(async () => {
    const { items } = await answer(client.GET('/api/social-activity/videos'));
    return items[0]?.videoId;
  });
  return { ...tenant, videoId };
}

/** Writes a comment at TikTok, which sends a webhook. @returns its id */
export async function writeComment(
  connector: RunningConnector,
  comment: { videoId: string; text: string; username?: string; parentCommentId?: string },
): Promise<string> {
  const { commentId } = await connector.sandbox.control<{ commentId: string }>('/comments', {
    username: 'lena.k',
    ...comment,
  });
  return commentId;
}

export async function conversationsOf(api: ApiClient, query = ''): Promise<InboxConversation[]> {
  return (await api.get<PageBody<InboxConversation>>(`${INBOX}${query}`)).body.items;
}

export function openConversation(api: ApiClient, id: string): Promise<OpenedConversation> {
  return answer(
    api.typed.GET('/api/crm/conversations/{conversationId}', { params: { path: { conversationId: id } } }),
  );
}

/** Waits until the inbox has this many conversations. */
export function untilConversations(api: ApiClient, count: number): Promise<InboxConversation[]> {
  return eventually(async () => {
    const all = await conversationsOf(api);
    return all.length === count && all;
  });
}

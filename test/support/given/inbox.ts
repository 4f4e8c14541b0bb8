import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient, PageBody } from '../api-client.js';
import type { RunningConnector, Tenant } from '../connector.js';

export const INBOX = '/api/crm/conversations';

export interface InboxConversation {
  id: string;
  integrationId: string;
  kind: string;
  videoId: string | null;
  rootCommentId: string | null;
  status: string;
  assignee: string | null;
  unreadCount: number;
  contact: { id: string; name: string | null } | null;
  lastMessageText: string | null;
}

export interface InboxMessage {
  id: string;
  tiktokId: string;
  direction: string;
  type: string | null;
  text: string | null;
  visibility: string;
  unread: boolean;
  likes: number | null;
  author: { contactId: string | null; name: string | null };
}

export interface OpenedConversation {
  conversation: InboxConversation;
  messages: InboxMessage[];
  timeline: {
    type: string;
    actor: string | null;
    messageId: string | null;
    details: Record<string, unknown>;
  }[];
  unconfirmed: { id: string; status: string }[];
  direct: { window: { isOpen: boolean; reason: string | null } } | null;
  olderMessagesCursor?: string;
}

/** An organisation whose videos are in the store, because comments name only the video. */
export async function commentedTenant(connector: RunningConnector): Promise<Tenant & { videoId: string }> {
  const tenant = await connector.tenant({ videos: 1 });
  await tenant.api.post('/api/sync/trigger', { platform: 'tiktok', syncType: 'videos' });
  const videoId = await eventually(async () => {
    const { body } = await tenant.api.get<PageBody<{ videoId: string }>>('/api/social-activity/videos');
    return body.items[0]?.videoId;
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

export async function openConversation(api: ApiClient, id: string): Promise<OpenedConversation> {
  return (await api.get<OpenedConversation>(`${INBOX}/${id}`)).body;
}

/** Waits until the inbox has this many conversations. */
export function untilConversations(api: ApiClient, count: number): Promise<InboxConversation[]> {
  return eventually(async () => {
    const all = await conversationsOf(api);
    return all.length === count && all;
  });
}

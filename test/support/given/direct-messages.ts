import { eventually } from 'tiktok-sandbox/testing';
import type { RunningConnector, Tenant } from '../connector.js';
import { businessTenant } from './business-tenant.js';

export const SEND = 'POST /open_api/v1.3/business/message/send/';
export const CONTENT_LIST = 'GET /open_api/v1.3/business/message/content/list/';

/** For the environment: what the second consent of such accounts asks for. */
export const MESSAGE_SCOPES =
  'user.info.basic,user.info.username,message.list.read,message.list.send,message.list.manage';

/** A message as the sandbox holds it. */
export interface SandboxMessage {
  id: string;
  fromOwner: boolean;
  type: string;
  content: Record<string, unknown>;
}

interface SandboxConversation {
  id: string;
  person: string;
  messages: SandboxMessage[];
}

export interface DirectConversation {
  id: string;
  status: string;
  unreadCount: number;
  lastMessageText: string | null;
}

export interface DirectMessage {
  id: string;
  platformId: string;
  direction: string;
  type: string | null;
  text: string | null;
  content: Record<string, unknown> | null;
}

type Parts = Pick<RunningConnector, 'database' | 'sandbox'>;
type Account = Pick<Tenant, 'username' | 'integrationId'>;

const CONVERSATIONS = `
  SELECT id, status, unread_count AS "unreadCount", last_message_text AS "lastMessageText" FROM conversations
  WHERE kind = 'message' AND integration_id =`;
const MESSAGES = `
  SELECT id, comment_id AS "platformId", direction, type, text, content FROM messages WHERE conversation_id =`;

/** An organisation whose account may read and send direct messages. */
export function messagingTenant(connector: RunningConnector): Promise<Tenant> {
  return businessTenant(connector, ['video.list'], { videos: 1 });
}

/** A person writes to the account. */
export async function write(
  { sandbox }: Pick<Parts, 'sandbox'>,
  { username: account }: Pick<Account, 'username'>,
  more: Record<string, unknown> = {},
): Promise<{ conversationId: string; messageId: string; timestamp: number }> {
  return await sandbox.control('/business/messages', {
    account,
    username: 'lena.k',
    text: 'Hello?',
    ...more,
  });
}

/** The messages of the account in all conversations, as TikTok has them. */
export async function sentAtTikTok({ sandbox }: Parts, { username }: Account): Promise<SandboxMessage[]> {
  const path = `/business/messages?account=${username}`;
  const { conversations } = await sandbox.read<{ conversations: SandboxConversation[] }>(path);
  return conversations.flatMap(({ messages }) => messages.filter(({ fromOwner }) => fromOwner));
}

/** The conversations of direct messages in the inbox. */
export function conversationsOf(
  { database }: Parts,
  { integrationId }: Account,
): Promise<DirectConversation[]> {
  return database.query<DirectConversation>(`${CONVERSATIONS} '${integrationId}'`);
}

/** Oldest first. */
export function messagesOf({ database }: Parts, conversationId: string): Promise<DirectMessage[]> {
  return database.query<DirectMessage>(`${MESSAGES} '${conversationId}' ORDER BY sent_at, comment_id`);
}

/** Waits until the only conversation has so many messages. */
export function untilMessages(
  parts: Parts,
  account: Account,
  count: number,
): Promise<{ conversation: DirectConversation; messages: DirectMessage[] }> {
  return eventually(async () => {
    const [found] = await conversationsOf(parts, account);
    const messages = found ? await messagesOf(parts, found.id) : [];
    // Read after its messages: they are written together.
    const [conversation] = await conversationsOf(parts, account);
    return conversation && messages.length === count && { conversation, messages };
  });
}

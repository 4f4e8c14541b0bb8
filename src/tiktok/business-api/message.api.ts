import { Injectable } from '@nestjs/common';
import type { FormFile } from '../http/form-body.js';
import { callerFor, type BusinessAccount } from './business-account.js';
import { BusinessClient } from './business-client.js';
import type {
  ConversationPage,
  ConversationType,
  ListedConversation,
  MessageList,
  OutgoingMessage,
  SenderAction,
} from './message.views.js';

/** TikTok's maximum number of conversations per call. */
export const MAX_CONVERSATIONS = 100;

/** The number of messages that TikTok shows of a conversation. */
export const SHOWN_MESSAGES = 20;

/**
 * Direct messages of a Business Account. Reading needs the scope `message.list.read`, sending `message.list.send`. Limit: 10
 * calls a second for the app. There is no idempotency key, so a message that may have been sent must not be sent again.
 * https://business-api.tiktok.com/portal/docs?id=1832184236919810
 */
@Injectable()
export class MessageApi {
  constructor(private readonly client: BusinessClient) {}

  /** Lists conversations of the last 90 days, the latest first. Does not say with whom they are. */
  async conversations(
    account: BusinessAccount,
    type: ConversationType,
    cursor: number,
  ): Promise<ConversationPage> {
    const data = await this.client.get<Partial<ConversationPage>>(
      callerFor(account),
      '/business/message/conversation/list/',
      { business_id: account.businessId, conversation_type: type, limit: MAX_CONVERSATIONS, cursor },
    );
    const conversations = listOf<Partial<ListedConversation>>(data.conversations).filter(hasId);
    return { ...data, conversations, has_more: data.has_more === true };
  }

  /** Lists the newest 20 messages, and both participants. Older messages cannot be read. */
  async messages(account: BusinessAccount, conversationId: string): Promise<MessageList> {
    const data = await this.client.get<Partial<MessageList>>(
      callerFor(account),
      '/business/message/content/list/',
      { business_id: account.businessId, conversation_id: conversationId },
    );
    return { messages: listOf(data.messages), participants: listOf(data.participants) };
  }

  /**
   * Sends a message once; it is never retried here.
   * @returns the message's id; undefined if TikTok accepted it and named none
   */
  async send(
    account: BusinessAccount,
    conversationId: string,
    message: OutgoingMessage,
  ): Promise<string | undefined> {
    const body = { recipient_type: 'CONVERSATION', recipient: conversationId, ...message };
    const { message: sent } = await this.post<{ message?: { message_id?: unknown } | null }>(
      account,
      '/business/message/send/',
      body,
    );
    const id = sent?.message_id;
    return typeof id === 'string' && id !== '' ? id : undefined;
  }

  /** Shows that the account types, for 5 s, or that it has read the conversation. */
  async act(account: BusinessAccount, conversationId: string, action: SenderAction): Promise<void> {
    await this.post(account, '/business/message/send/', {
      recipient_type: 'CONVERSATION',
      recipient: conversationId,
      message_type: 'SENDER_ACTION',
      sender_action: action,
    });
  }

  /** Uploads a JPG or PNG of at most 3 MB. @returns its media id, which messages may carry for 30 days */
  async uploadImage(account: BusinessAccount, file: Omit<FormFile, 'field'>): Promise<string> {
    const fields = { business_id: account.businessId, media_type: 'IMAGE' };
    const { media_id: id } = await this.client.postForm<{ media_id: string }>(
      callerFor(account),
      '/business/message/media/upload/',
      fields,
      { ...file, field: 'file' },
    );
    return id;
  }

  /** @returns a URL that works for 24 h with the account's token in the header `x-user` */
  async downloadUrl(
    account: BusinessAccount,
    media: { conversation_id: string; message_id: string; media_id: string; media_type: 'IMAGE' | 'VIDEO' },
  ): Promise<string> {
    const { download_url: url } = await this.client.post<{ download_url: string }>(
      callerFor(account),
      '/business/message/media/download/',
      { business_id: account.businessId, ...media },
      'read',
    );
    return url;
  }

  /** @returns whether pictures may be sent in a conversation; undefined if TikTok does not say */
  async canSendImages(
    account: BusinessAccount,
    conversationId: string,
    type: ConversationType,
  ): Promise<boolean | undefined> {
    const { capability_infos: infos } = await this.client.get<{
      capability_infos?: { capability_type?: string; capability_result?: boolean }[];
    }>(callerFor(account), '/business/message/capabilities/get/', {
      business_id: account.businessId,
      capability_types: ['IMAGE_SEND'],
      conversation_id: conversationId,
      conversation_type: type,
    });
    return listOf<{ capability_type?: string; capability_result?: boolean }>(infos).find(
      ({ capability_type: name }) => name === 'IMAGE_SEND',
    )?.capability_result;
  }

  private post<Data>(account: BusinessAccount, path: string, body: object): Promise<Data> {
    return this.client.post(callerFor(account), path, { business_id: account.businessId, ...body });
  }
}

/** TikTok leaves out empty lists, or sends null. */
function listOf<Item>(value: readonly Item[] | null | undefined): Item[] {
  return Array.isArray(value) ? value : [];
}

function hasId(one: Partial<ListedConversation>): one is ListedConversation {
  return typeof one.conversation_id === 'string' && one.conversation_id !== '';
}

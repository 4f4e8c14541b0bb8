import { Injectable } from '@nestjs/common';
import { OrgContext } from '../../database/index.js';
import { ConversationReader } from '../conversations/conversation-reader.js';
import type { ConversationEventData, MessageEventData } from './dto/inbox-event.view.js';
import type { CrmWebhookDelivery } from './webhook-delivery.entity.js';

/** Writes the bodies of inbox events, with what the inbox shows when they are sent. */
@Injectable()
export class HookBodies {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly conversations: ConversationReader,
  ) {}

  /** @returns undefined if the subject no longer exists */
  async of(delivery: CrmWebhookDelivery): Promise<string | undefined> {
    const data = await this.dataOf(delivery);
    return data && JSON.stringify({ type: delivery.type, timestamp: delivery.createdAt, data });
  }

  private async dataOf({
    conversationId,
    messageId,
  }: CrmWebhookDelivery): Promise<ConversationEventData | MessageEventData | undefined> {
    const { organisationId } = this.orgContext;
    const found = messageId === null ? undefined : await this.conversations.findMessage(messageId);
    if (messageId !== null && !found) return undefined;
    // A thread may have joined another one in the meantime.
    const conversation = await this.conversations.find(found?.conversationId ?? conversationId);
    return conversation && { organisationId, conversation, ...(found && { message: found.message }) };
  }
}

import { Injectable } from '@nestjs/common';
import { OrgContext } from '../../database/index.js';
import { Conversation } from '../conversation.entity.js';
import { toConversationView, toMessageView } from '../dto/inbox.view.js';
import { Message } from '../message.entity.js';
import type { CrmWebhookDelivery } from './webhook-delivery.entity.js';

/** Writes the bodies of inbox events, with what the inbox has when they are sent. */
@Injectable()
export class HookBodies {
  constructor(private readonly orgContext: OrgContext) {}

  /** @returns undefined if the subject no longer exists */
  async of({
    type,
    organisationId,
    conversationId,
    messageId,
    createdAt,
  }: CrmWebhookDelivery): Promise<string | undefined> {
    return await this.orgContext.transaction(async (em) => {
      const message = messageId && (await em.getRepository(Message).findOneBy({ id: messageId }));
      if (messageId && !message) return undefined;
      // A thread may have joined another one in the meantime.
      const id = message ? message.conversationId : conversationId;
      const conversation = await em.getRepository(Conversation).findOneBy({ id });
      if (!conversation) return undefined;
      const data = {
        organisationId,
        conversation: toConversationView(conversation),
        ...(message && { message: toMessageView(message) }),
      };
      return JSON.stringify({ type, timestamp: createdAt.toISOString(), data });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { isId } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { outcomeUnknown } from '../../tiktok/index.js';
import { Conversation } from '../conversation.entity.js';
import { toMessageView, type MessageView } from '../dto/inbox.view.js';
import { Message } from '../message.entity.js';
import { unknownConversation, unknownMessage } from '../not-found.js';
import { ActionRecord, type FactChange } from './action-record.js';
import type { ActionWay, Subject } from './action-way.js';
import { ActionWays } from './action-ways.js';
import { actionError, checkAction, commentDeleted, isGone, type MessageAction } from './message-action.js';

/** Hides, likes and deletes comments. A user waits for TikTok's answer. */
@Injectable()
export class MessageActions {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly ways: ActionWays,
    private readonly record: ActionRecord,
  ) {}

  /** @throws NotFoundError, ConflictError; UnavailableError if TikTok did not answer: repeating the call is safe */
  async act(
    conversationId: string,
    messageId: string,
    action: MessageAction,
    userId: string,
  ): Promise<MessageView> {
    const subject = await this.find(conversationId, messageId);
    checkAction(action, { ...subject.message, kind: subject.conversation.kind });
    const isThere = await this.call(await this.ways.of(subject, action), subject, action);
    const change = isThere ? factOf(action) : ({ visibility: 'deleted' } as const);
    const message = await this.record.store(subject.message, change, userId);
    if (!isThere && action !== 'delete') throw commentDeleted();
    if (!message) throw unknownMessage();
    return toMessageView(message);
  }

  /** @returns false if TikTok has no such comment */
  private async call(way: ActionWay, subject: Subject, action: MessageAction): Promise<boolean> {
    try {
      await way.send(subject, action);
      return action !== 'delete';
    } catch (error) {
      if (isGone(error)) return false;
      if (outcomeUnknown(error) && (await way.hasHappened(subject, action))) return true;
      throw actionError(error);
    }
  }

  private async find(conversationId: string, messageId: string): Promise<Subject> {
    if (!isId(conversationId)) throw unknownConversation();
    const [conversation, message] = await this.orgContext.transaction(async (em) => [
      await em.getRepository(Conversation).findOneBy({ id: conversationId }),
      isId(messageId) ? await em.getRepository(Message).findOneBy({ id: messageId, conversationId }) : null,
    ]);
    if (!conversation) throw unknownConversation();
    if (!message) throw unknownMessage();
    return { conversation, message };
  }
}

function factOf(action: MessageAction): FactChange {
  switch (action) {
    case 'hide':
      return { visibility: 'hidden' };
    case 'unhide':
      return { visibility: 'public' };
    case 'like':
    case 'unlike':
      return { figures: { liked: action === 'like' } };
    case 'delete':
      return { visibility: 'deleted' };
  }
}

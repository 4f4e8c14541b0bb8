import { Injectable } from '@nestjs/common';
import { Clock, isId, NotFoundError } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { IntegrationsService } from '../../integrations/index.js';
import { CommentApi, outcomeUnknown, wireId, type BusinessAccount } from '../../tiktok/index.js';
import { Conversation } from '../conversation.entity.js';
import { toMessageView, type MessageView } from '../dto/inbox.view.js';
import { messageFact, type MessageFact } from '../facts/message-fact.js';
import { Message } from '../message.entity.js';
import { ConversationWriter } from '../store/conversation-writer.js';
import { CommentAccounts } from './comment-accounts.js';
import {
  actionError,
  checkAction,
  commentDeleted,
  isDone,
  isGone,
  type MessageAction,
} from './message-action.js';
import { ReplyListing } from './reply-listing.js';
import { unknownConversation } from './reply-target.js';

interface Subject {
  conversation: Conversation;
  message: Message;
}

/** Hides, likes and deletes comments. A user waits for TikTok's answer. */
@Injectable()
export class MessageActions {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly integrations: IntegrationsService,
    private readonly accounts: CommentAccounts,
    private readonly comments: CommentApi,
    private readonly listing: ReplyListing,
    private readonly writer: ConversationWriter,
    private readonly clock: Clock,
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
    const account = await this.accounts.of(subject.conversation.integrationId);
    const isThere = await this.call(account, subject, action);
    await this.store(subject, isThere ? factOf(action) : { visibility: 'deleted' }, userId);
    if (!isThere && action !== 'delete') throw commentDeleted();
    const { message } = await this.find(conversationId, messageId);
    return toMessageView(message);
  }

  /** @returns false if TikTok has no such comment */
  private async call(account: BusinessAccount, subject: Subject, action: MessageAction): Promise<boolean> {
    try {
      await this.send(account, subject, action);
      return action !== 'delete';
    } catch (error) {
      if (isGone(error)) return false;
      if (outcomeUnknown(error) && (await this.hasHappened(account, subject, action))) return true;
      throw actionError(error);
    }
  }

  private async send(
    account: BusinessAccount,
    { conversation, message }: Subject,
    action: MessageAction,
  ): Promise<void> {
    const comment_id = message.platformId;
    const video_id = conversation.videoId ?? '';
    switch (action) {
      case 'hide':
      case 'unhide':
        return await this.comments.hide(account, {
          video_id,
          comment_id,
          action: action === 'hide' ? 'HIDE' : 'UNHIDE',
        });
      case 'like':
      case 'unlike':
        return await this.comments.like(account, {
          comment_id,
          action: action === 'like' ? 'LIKE' : 'UNLIKE',
        });
      case 'delete':
        return await this.comments.delete(account, { comment_id });
    }
  }

  /** After a lost answer, the comment itself may show that the call has taken effect. */
  private async hasHappened(
    account: BusinessAccount,
    { conversation, message }: Subject,
    action: MessageAction,
  ): Promise<boolean> {
    const { platformId } = message;
    const found = await this.listing.byIds(account, conversation.videoId ?? '', [platformId]).catch(() => []);
    const comment = found.find((one) => wireId(one.comment_id) === platformId);
    return comment !== undefined && isDone(action, comment) === true;
  }

  private async store({ conversation, message }: Subject, fact: FactChange, actor: string): Promise<void> {
    const integration = await this.integrations.get(conversation.integrationId);
    const at = this.clock.now();
    const { kind, videoId, threadKey } = conversation;
    await this.writer.store(integration, [
      messageFact({ kind, id: message.platformId, source: 'reply', at, videoId, threadKey, actor, ...fact }),
    ]);
  }

  private async find(conversationId: string, messageId: string): Promise<Subject> {
    if (!isId(conversationId)) throw unknownConversation();
    const [conversation, message] = await this.orgContext.transaction(async (em) => [
      await em.getRepository(Conversation).findOneBy({ id: conversationId }),
      isId(messageId) ? await em.getRepository(Message).findOneBy({ id: messageId, conversationId }) : null,
    ]);
    if (!conversation) throw unknownConversation();
    if (!message)
      throw new NotFoundError('unknown_message', 'There is no such message in this conversation.');
    return { conversation, message };
  }
}

type FactChange = Partial<Pick<MessageFact, 'visibility'>> & { figures?: { liked: boolean } };

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

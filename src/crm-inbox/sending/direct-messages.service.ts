import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext } from '../../database/index.js';
import { MessageApi, toHttpError, type OutgoingMessage, type SenderAction } from '../../tiktok/index.js';
import { DirectReader } from '../direct/direct-reader.js';
import { OutgoingQueue } from '../outbox/outgoing-queue.js';
import type { Outgoing } from '../outbox/outgoing.entity.js';
import type { QueuedReplyView } from '../outbox/dto/queued-reply.view.js';
import type { MessagingWindow } from '../window/messaging-window.js';
import { windowText } from '../window/window-text.js';
import { Windows } from '../window/windows.js';
import { DirectTargets, type DirectTarget } from './direct-target.js';
import type { DirectView } from '../direct/dto/direct.view.js';
import type { MessageImageView } from './dto/message-image.view.js';
import type { NewMessageDto } from './dto/new-message.dto.js';
import { MessageAccounts } from './message-account.js';
import { MessageImages } from './message-images.js';
import { checkMessage, toOutgoing } from './new-message.js';

/** Queues direct messages, within the messaging window. The outbox sends them. */
@Injectable()
export class DirectMessages {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly targets: DirectTargets,
    private readonly accounts: MessageAccounts,
    private readonly images: MessageImages,
    private readonly windows: Windows,
    private readonly reader: DirectReader,
    private readonly messages: MessageApi,
    private readonly queued: OutgoingQueue,
  ) {}

  /** Commits a message. @throws InvalidInputError, NotFoundError; ConflictError if the account may not write now */
  async send(conversationId: string, message: NewMessageDto, userId: string): Promise<QueuedReplyView> {
    checkMessage(message, this.config.messages.maxLength);
    const target = await this.targets.of(conversationId);
    await this.accounts.of(target.integrationId);
    const { imageId, quotedMessageId } = message;
    if (imageId !== undefined) await this.images.assertAllowed(target);
    const outgoing = toOutgoing(message, {
      mediaId: imageId === undefined ? null : await this.images.mediaIdOf(target.integrationId, imageId),
      quotedId: quotedMessageId === undefined ? null : await this.targets.quoted(target, quotedMessageId),
    });
    return await this.queue(target, outgoing, { userId, text: message.text ?? null, quotedMessageId });
  }

  /** Sends a message again that failed or stayed unknown. @throws ConflictError if the account may not write now */
  async resend(earlier: Outgoing, userId: string): Promise<QueuedReplyView> {
    const { content, conversationId, messageId, id: retryOf } = earlier;
    if (!content.message) throw new Error(`the outgoing message ${retryOf} has no content`);
    const target = await this.targets.of(conversationId);
    await this.accounts.of(target.integrationId);
    const { text } = content;
    return await this.queue(target, content.message, {
      userId,
      text,
      quotedMessageId: messageId ?? undefined,
      retryOf,
    });
  }

  /** Returns what only direct messages have. @throws NotFoundError, ConflictError */
  async view(conversationId: string): Promise<DirectView> {
    return await this.reader.read(await this.targets.of(conversationId));
  }

  async uploadImage(conversationId: string, body: AsyncIterable<Buffer>): Promise<MessageImageView> {
    return await this.images.upload(await this.targets.of(conversationId), body);
  }

  /** Shows the person that the account types, or has read. These do not count as messages. */
  async act(conversationId: string, action: SenderAction): Promise<void> {
    const { integrationId, threadKey, id } = await this.targets.of(conversationId);
    const account = await this.accounts.of(integrationId);
    const window = await this.orgContext.transaction((em) => this.windows.of(em, { id, threadKey }));
    if (window.reason === 'unknown_person') throw closed(window);
    try {
      await this.messages.act(account, threadKey, action);
    } catch (error) {
      await this.accounts.noteRefusal(integrationId, error);
      throw toHttpError(error);
    }
  }

  private async queue(
    target: DirectTarget,
    message: OutgoingMessage,
    {
      userId,
      text,
      quotedMessageId = null,
      retryOf = null,
    }: {
      userId: string;
      text: string | null;
      quotedMessageId?: string | null | undefined;
      retryOf?: string | null;
    },
  ): Promise<QueuedReplyView> {
    const outgoing = {
      integrationId: target.integrationId,
      conversationId: target.id,
      messageId: quotedMessageId,
      kind: 'direct_message' as const,
      targetId: target.threadKey,
      content: { text, message },
      createdBy: userId,
      retryOf,
    };
    return await this.queued.add(outgoing, async (em) => {
      // Messages that are queued at the same time must not both take the last place in the window.
      await em.query('SELECT 1 FROM conversations WHERE id = $1 FOR NO KEY UPDATE', [target.id]);
      const window = await this.windows.of(em, target);
      if (!window.isOpen) throw closed(window);
      return [];
    });
  }
}

function closed(window: MessagingWindow): ConflictError {
  return new ConflictError('messaging_window_closed', windowText(window));
}

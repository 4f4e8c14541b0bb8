import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, ConflictError } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { MessageApi, TikTokApiError, type OutgoingMessage } from '../../tiktok/index.js';
import { factOf } from '../direct/direct-facts.js';
import { readDirectMessage, type DirectMessageFact } from '../direct/direct-message.js';
import { noteThread } from '../direct/direct-threads.js';
import type { Deliverer, Found } from '../outbox/deliverer.js';
import { Deliverers } from '../outbox/deliverers.js';
import type { Outgoing } from '../outbox/outgoing.entity.js';
import { ConversationWriter } from '../store/conversation-writer.js';
import { Windows } from '../window/windows.js';
import { windowText } from '../window/window-text.js';
import { MessageAccounts } from './message-account.js';
import { matchOf, sentFact } from './sent-message.js';

const BLOCKED = '40064';

// A webhook may have brought it while TikTok's list fails.
const HEARD = `
  SELECT comment_id AS "messageId", type, text, content, sent_at AS at FROM messages
  WHERE conversation_id = $1 AND direction = 'out' AND source <> 'reply' ORDER BY sent_at DESC LIMIT 30`;

interface HeardRow {
  messageId: string;
  type: string | null;
  text: string | null;
  content: { mediaId?: string; videoId?: string; card?: DirectMessageFact['card']; source?: string } | null;
  at: Date;
}

/** Sends direct messages. */
@Injectable()
export class DirectDeliverer implements Deliverer, OnModuleInit {
  constructor(
    private readonly deliverers: Deliverers,
    private readonly accounts: MessageAccounts,
    private readonly messages: MessageApi,
    private readonly windows: Windows,
    private readonly writer: ConversationWriter,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.deliverers.register('direct_message', this);
  }

  /** Checks the window once more: the person may have been silent while the message waited. */
  async prepare(outgoing: Outgoing): Promise<() => Promise<Found | undefined>> {
    const { conversationId: id, targetId: threadId, integrationId } = outgoing;
    const account = await this.accounts.of(integrationId);
    const window = await this.orgContext.transaction((em) =>
      this.windows.of(em, { id, threadKey: threadId }, outgoing.id),
    );
    if (!window.isOpen) throw new ConflictError('messaging_window_closed', windowText(window));
    const message = messageOf(outgoing);
    return async () => {
      const startedAt = this.clock.now();
      try {
        const sentId = await this.messages.send(account, threadId, message);
        return sentId === undefined ? undefined : { sentId, data: undefined };
      } catch (error) {
        await this.accounts.noteRefusal(integrationId, error);
        if (error instanceof TikTokApiError && error.code === BLOCKED) await this.block(outgoing, startedAt);
        throw error;
      }
    };
  }

  async find(outgoing: Outgoing, taken: (ids: string[]) => Promise<Set<string>>): Promise<Found | undefined> {
    const sent = { message: messageOf(outgoing), sentAt: outgoing.sentAt ?? outgoing.createdAt };
    const heard = await this.heardOf(outgoing);
    const known = matchOf(heard, sent, await taken(heard.map(({ messageId }) => messageId)));
    if (known) return { sentId: known.messageId, data: known };
    const account = await this.accounts.of(outgoing.integrationId);
    const { messages } = await this.messages.messages(account, outgoing.targetId);
    const context = { businessId: account.businessId, fallbackTime: this.clock.now() };
    const listed = messages.flatMap(
      (one) => readDirectMessage({ conversation_id: outgoing.targetId, ...one }, context) ?? [],
    );
    const match = matchOf(listed, sent, await taken(listed.map(({ messageId }) => messageId)));
    return match && { sentId: match.messageId, data: match };
  }

  /** The answer of a call names only the id: the rest is what was sent. */
  async store(em: EntityManager, outgoing: Outgoing, { sentId, data }: Found): Promise<void> {
    const { integrationId: id, organisationId, createdBy, targetId: threadId } = outgoing;
    const fact =
      data === undefined
        ? sentFact(outgoing, messageOf(outgoing), sentId)
        : factOf(data as DirectMessageFact, { source: 'reply', at: this.clock.now(), businessId: null });
    await this.writer.apply(em, { id, organisationId }, [{ ...fact, actor: createdBy }]);
    await noteThread(em, { id, organisationId }, { threadId, isRequest: false });
  }

  /** TikTok does not say who sees a message. */
  reach(): Promise<null> {
    return Promise.resolve(null);
  }

  private async block({ integrationId: id, organisationId, targetId }: Outgoing, at: Date): Promise<void> {
    await this.orgContext.transaction((em) =>
      noteThread(em, { id, organisationId }, { threadId: targetId, blockedAt: at }),
    );
  }

  private async heardOf({ conversationId, targetId }: Outgoing): Promise<DirectMessageFact[]> {
    const rows = await this.orgContext.transaction((em) => queryRows<HeardRow>(em, HEARD, [conversationId]));
    return rows.map(({ content, ...row }) => heardFact(targetId, row, content ?? {}));
  }
}

type Nullable<T> = { [Key in keyof T]: T[Key] | null };

function heardFact(
  conversationId: string,
  { messageId, type, text, at }: Omit<HeardRow, 'content'>,
  { mediaId = null, videoId = null, card = null, source = null }: Nullable<NonNullable<HeardRow['content']>>,
): DirectMessageFact {
  const fields = { conversation_id: conversationId, message_id: messageId, type, text: { body: text } };
  const fact = readDirectMessage(fields, { businessId: null, fallbackTime: at, assumed: 'out' });
  if (!fact) throw new Error(`message ${messageId} cannot be read`);
  return { ...fact, at, mediaId, videoId, card, source };
}

function messageOf({ id, content }: Outgoing): OutgoingMessage {
  if (!content.message) throw new Error(`the outgoing message ${id} has no content`);
  return content.message;
}

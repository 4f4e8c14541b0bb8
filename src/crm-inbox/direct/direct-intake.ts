import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgContext } from '../../database/index.js';
import { noteMedia } from '../media/media-intake.js';
import { ConversationWriter, type InboxAccount } from '../store/conversation-writer.js';
import { findConversations } from '../store/conversation-threads.js';
import { lockInbox } from '../store/inbox-lock.js';
import { ConversationChanges } from '../stream/conversation-changes.js';
import { readDirectEvent, type ConversationFact, type DirectEvent } from './direct-event.js';
import { europeanFact, factOf } from './direct-facts.js';
import { conversationOf, noteThread } from './direct-threads.js';
import { appendAboutPerson } from './person-line.js';
import { noteReactions } from './reactions.js';

/** An event of TikTok about direct messages. */
export interface ArrivedEvent {
  name: string;
  content: Record<string, unknown>;
  /** The account's id for the app that received the event. */
  businessId: string | null;
  eventTime: Date;
}

/** What became of an event. `european`: a poll may find out more. */
export type DirectOutcome = 'stored' | 'european' | 'unknown';

/** Brings what TikTok's webhooks say about direct messages into the inbox. Safe to repeat, in any order. */
@Injectable()
export class DirectIntake {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly writer: ConversationWriter,
    private readonly changes: ConversationChanges,
  ) {}

  async accept(account: InboxAccount, arrived: ArrivedEvent): Promise<DirectOutcome> {
    const { name, content, businessId, eventTime } = arrived;
    const event = readDirectEvent(name, content, { businessId, eventTime });
    if (event.kind === 'unknown') return 'unknown';
    await this.orgContext.run(account.organisationId, 'store a direct message', () =>
      this.orgContext.transaction((em) => this.store(em, account, event, businessId)),
    );
    return event.kind === 'european' ? 'european' : 'stored';
  }

  private async store(
    em: EntityManager,
    account: InboxAccount,
    event: DirectEvent,
    businessId: string | null,
  ): Promise<void> {
    // Every change of an inbox takes its lock first, so that two of them do not wait for each other.
    if (!(await lockInbox(em, account.id))) return;
    switch (event.kind) {
      case 'message': {
        const { message } = event;
        const { conversationId: threadId, personKey } = message;
        const fact = factOf(message, { source: 'webhook', at: message.at, businessId });
        await this.writer.apply(em, account, [fact]);
        await noteMedia(em, account.id, [message.messageId]);
        // An account that writes has accepted the conversation.
        await noteThread(em, account, {
          threadId,
          personKey,
          ...(message.direction === 'out' && { isRequest: false }),
        });
        if (message.buttonId !== null) await this.pressed(em, account, message);
        return;
      }
      case 'reactions': {
        const { reactions, conversation } = event;
        const isNews = await noteReactions(em, account, reactions);
        await this.noteConversation(em, account, conversation);
        if (isNews) await this.publish(em, account, conversation.conversationId);
        return;
      }
      case 'read':
        await this.noteConversation(em, account, event.conversation, { readUntil: event.readUntil });
        return await this.publish(em, account, event.conversation.conversationId);
      case 'referral':
        return await this.refer(em, account, event);
      case 'european':
        await this.writer.apply(em, account, [europeanFact(event.at)]);
        return;
      case 'unknown':
    }
  }

  /** A person may come by an ad before writing. The conversation exists from then on. */
  private async refer(
    em: EntityManager,
    account: InboxAccount,
    { conversation, source, details }: Extract<DirectEvent, { kind: 'referral' }>,
  ): Promise<void> {
    const { conversationId: key, at } = conversation;
    await this.noteConversation(em, account, conversation);
    const { ids, created } = await findConversations(em, account, [
      { key, kind: 'message', videoId: null, sentAt: at },
    ]);
    const id = ids.get(key);
    if (id === undefined) return;
    await appendAboutPerson(em, conversation.personKey, {
      organisationId: account.organisationId,
      conversationId: id,
      key: `referral:${source}:${at.getTime()}`,
      type: 'referral',
      at,
      actor: null,
      details: { source, ...details },
    });
    const { organisationId } = account;
    const updated = created.includes(id) ? [] : [id];
    await this.changes.publish(em, { organisationId, created, updated, messages: [] });
  }

  private async pressed(
    em: EntityManager,
    account: InboxAccount,
    {
      conversationId: threadId,
      messageId,
      personKey,
      buttonId,
      at,
    }: Extract<DirectEvent, { kind: 'message' }>['message'],
  ): Promise<void> {
    const conversationId = await conversationOf(em, account.id, threadId);
    if (conversationId === undefined) return;
    await appendAboutPerson(em, personKey, {
      organisationId: account.organisationId,
      conversationId,
      key: `button:${messageId}`,
      type: 'button_pressed',
      at,
      actor: null,
      details: { buttonId, messageId },
    });
  }

  private async noteConversation(
    em: EntityManager,
    account: InboxAccount,
    { conversationId: threadId, personKey }: ConversationFact,
    more: { readUntil?: Date } = {},
  ): Promise<void> {
    await noteThread(em, account, { threadId, personKey, ...more });
  }

  /** Wakes the streams, if the conversation is known. */
  private async publish(em: EntityManager, account: InboxAccount, threadId: string): Promise<void> {
    const id = await conversationOf(em, account.id, threadId);
    if (id === undefined) return;
    const { organisationId } = account;
    await this.changes.publish(em, { organisationId, created: [], updated: [id], messages: [] });
  }
}

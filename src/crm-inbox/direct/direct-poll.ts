import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgContext, queryRows } from '../../database/index.js';
import type { DirectMessage, ListedConversation, MessageList } from '../../tiktok/index.js';
import { noteMedia } from '../media/media-intake.js';
import { findConversations } from '../store/conversation-threads.js';
import { ConversationWriter, type InboxAccount } from '../store/conversation-writer.js';
import { lockInbox } from '../store/inbox-lock.js';
import { appendToTimeline } from '../store/timeline.js';
import { appendAboutPerson } from './person-line.js';
import { ConversationChanges } from '../stream/conversation-changes.js';
import { factOf } from './direct-facts.js';
import { readDirectMessage, type DirectMessageFact } from './direct-message.js';
import { conversationOf, noteThread, readThreads } from './direct-threads.js';
import { resolveNotices } from './european-notices.js';
import { listedReactions } from './listed-reactions.js';
import { missedMessages, type Missed } from './missed-messages.js';
import { noteListedReactions } from './reactions.js';
import { listOf, objectOf, textOf, timeOf } from './wire-fields.js';

/** A conversation that TikTok's list shows, with what was read of it. */
export interface ReadConversation {
  listed: ListedConversation;
  isRequest: boolean;
  list: MessageList;
  readAt: Date;
}

const STORED = `
  SELECT m.comment_id AS id, m.sent_at AS "sentAt" FROM messages m JOIN conversations c ON c.id = m.conversation_id
  WHERE c.integration_id = $1 AND c.thread_key = $2 ORDER BY m.sent_at DESC LIMIT 100`;

const HAS_REFERRAL = `
  SELECT 1 FROM conversation_events e JOIN conversations c ON c.id = e.conversation_id
  WHERE c.integration_id = $1 AND c.thread_key = $2 AND e.type = 'referral' LIMIT 1`;

/**
 * Brings what TikTok's lists say about direct messages into the inbox. They show the newest 20 messages of a conversation, of
 * the last 90 days: what lies between is lost if no webhook has brought it.
 */
@Injectable()
export class DirectPoll {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly writer: ConversationWriter,
    private readonly changes: ConversationChanges,
  ) {}

  /** Returns the conversations that have changed since they were read last. */
  async changedOf(integrationId: string, page: readonly ListedConversation[]): Promise<ListedConversation[]> {
    const ids = page.map(({ conversation_id: id }) => id);
    const known = await this.orgContext.transaction((em) => readThreads(em, integrationId, ids));
    return page.filter((listed) => {
      const [before, now] = [known.get(listed.conversation_id)?.listedAt, changedAt(listed)];
      return !before || !now || now > before;
    });
  }

  /** Stores a conversation. @returns what no webhook has brought */
  async store(
    em: EntityManager,
    account: InboxAccount & { businessId: string },
    { listed, isRequest, list, readAt }: ReadConversation,
  ): Promise<Missed> {
    const threadId = listed.conversation_id;
    const { businessId } = account;
    const inbox = await lockInbox(em, account.id);
    if (!inbox) return { messages: 0, gap: null };
    const messages = readList(threadId, list, { businessId, readAt });
    const stored = await queryRows<{ id: string; sentAt: Date }>(em, STORED, [account.id, threadId]);
    const known = new Set(stored.map(({ id }) => id));
    const arrived = messages.filter(({ messageId }) => !known.has(messageId));
    const notices = await resolveNotices(em, account.id, arrived, readAt);
    const shown = personIn(list);
    await this.writer.apply(em, account, [
      ...messages.map((one) => factOf(one, { source: 'poll', at: readAt, businessId, shown })),
      ...notices,
    ]);
    await noteMedia(
      em,
      account.id,
      messages.map(({ messageId }) => messageId),
    );
    const personKey = shown.key ?? messages.find((message) => message.personKey !== null)?.personKey ?? null;
    await noteThread(em, account, {
      threadId,
      isRequest,
      personKey,
      listedAt: changedAt(listed),
    });
    await this.storeReactions(em, account, { threadId, list, readAt });
    await this.storeReferrals(em, account, personKey, listed);
    const missed = missedMessages({
      messages,
      stored,
      since: inbox.since,
      readAt,
      // TikTok announces neither requests nor what Europeans write.
      isSilent: isRequest || notices.length > 0,
    });
    if (missed.gap) await this.noteGap(em, account, threadId, missed.gap);
    return missed;
  }

  private async storeReactions(
    em: EntityManager,
    account: InboxAccount & { businessId: string },
    { threadId, list, readAt }: { threadId: string; list: MessageList; readAt: Date },
  ): Promise<void> {
    const messageIds = list.messages.flatMap(({ message_id: id }) => textOf(id) ?? []);
    const reactions = listedReactions(threadId, list.messages, { businessId: account.businessId, readAt });
    if (!(await noteListedReactions(em, account, { messageIds, reactions, readAt }))) return;
    const id = await conversationOf(em, account.id, threadId);
    const { organisationId } = account;
    if (id !== undefined)
      await this.changes.publish(em, { organisationId, created: [], updated: [id], messages: [] });
  }

  /** Events contain more, and share no time with lists, so a list adds only what no event has reported. */
  private async storeReferrals(
    em: EntityManager,
    account: InboxAccount,
    personKey: string | null,
    { conversation_id: key, referral, ...listed }: ListedConversation,
  ): Promise<void> {
    const fields = objectOf(referral);
    const all = ['ad', 'short_link'].flatMap((source) =>
      listOf(fields[source]).map((details) => ({ source, details })),
    );
    if (all.length === 0 || (await queryRows(em, HAS_REFERRAL, [account.id, key])).length > 0) return;
    const fallback = timeOf(listed.update_time) ?? new Date(0);
    const place = { key, kind: 'message' as const, videoId: null, sentAt: fallback };
    const { ids } = await findConversations(em, account, [place]);
    for (const { source, details } of all) {
      const at = timeOf(details['timestamp']) ?? fallback;
      await appendAboutPerson(em, personKey, {
        organisationId: account.organisationId,
        conversationId: ids.get(key) ?? '',
        key: `referral:${source}:${at.getTime()}`,
        type: 'referral',
        at,
        actor: null,
        details: { source, ...details },
      });
    }
  }

  private async noteGap(
    em: EntityManager,
    account: InboxAccount,
    threadId: string,
    { after, before }: { after: Date; before: Date },
  ): Promise<void> {
    const conversationId = await conversationOf(em, account.id, threadId);
    if (conversationId === undefined) return;
    await appendToTimeline(em, {
      organisationId: account.organisationId,
      conversationId,
      key: `gap:${after.getTime()}`,
      type: 'gap',
      at: after,
      actor: null,
      details: { after, before },
    });
  }
}

function readList(
  threadId: string,
  { messages }: MessageList,
  { businessId, readAt }: { businessId: string; readAt: Date },
): DirectMessageFact[] {
  return messages.flatMap((message: DirectMessage) => {
    const fields = { conversation_id: threadId, ...message };
    return readDirectMessage(fields, { businessId, fallbackTime: readAt }) ?? [];
  });
}

/** The person, as the list shows them. */
function personIn({ participants }: MessageList): {
  key: string | null;
  name: string | null;
  picture: string | null;
} {
  const person = participants.find(({ role }) => role?.toLowerCase() === 'personal_account');
  return {
    key: textOf(person?.id),
    name: textOf(person?.display_name),
    picture: textOf(person?.profile_image),
  };
}

function changedAt({ update_time: time, up_time: former }: ListedConversation): Date | null {
  return timeOf(time) ?? timeOf(former);
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { erasedPersons, writeContacts, type SeenPerson } from '../contacts/contact-writer.js';
import type { MessageFact } from '../facts/message-fact.js';
import { mergeFacts } from '../facts/merged-facts.js';
import type { MessageFacts } from '../facts/message-facts.js';
import { placeMessages } from '../facts/threads.js';
import { ConversationChanges, type InboxChanges } from '../stream/conversation-changes.js';
import { reopenFor } from './agent-state.js';
import { findConversations, joinThread, renameThread, type Thread } from './conversation-threads.js';
import { summarise } from './conversation-summary.js';
import { applyToMessage, withFacts, type AppliedMessage } from './fact-application.js';
import { lockInbox, noteOwnKeys } from './inbox-lock.js';
import { writeMessages, type MessageRow } from './message-writer.js';
import { readStored, type StoredMessage } from './stored-messages.js';
import { moveTimelines, writeMessageTimelines } from './timeline.js';

/** The account whose inbox facts are about. */
export interface InboxAccount {
  id: string;
  organisationId: string;
}

/** What another inbox has heard of a message. */
export interface MessageCopy {
  platformId: string;
  facts: MessageFacts;
}

interface Written extends AppliedMessage {
  row: MessageRow;
  stored: StoredMessage | undefined;
}

/**
 * The one way of TikTok's messages into the inbox: webhooks, lists and answers to replies become facts, and the result is
 * the same for any order and repetition of them.
 */
@Injectable()
export class ConversationWriter {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly changes: ConversationChanges,
    private readonly clock: Clock,
  ) {}

  /** Applies facts in a transaction of its own. */
  store(account: InboxAccount, facts: readonly MessageFact[]): Promise<InboxChanges> {
    return this.orgContext.run(account.organisationId, 'store messages in the inbox', () =>
      this.orgContext.transaction((em) => this.apply(em, account, facts)),
    );
  }

  /** Applies facts. @param em of a transaction of the account's organisation */
  async apply(
    em: EntityManager,
    account: InboxAccount,
    facts: readonly MessageFact[],
  ): Promise<InboxChanges> {
    const none = { organisationId: account.organisationId, created: [], updated: [], messages: [] };
    if (facts.length === 0) return none;
    const inbox = await lockInbox(em, account.id);
    // The account was deleted in the meantime.
    if (!inbox) return none;
    const ownKeys = ownKeysIn(facts).filter((key) => !inbox.ownKeys.includes(key));
    const corrected = ownKeys.length > 0 ? await noteOwnKeys(em, account, ownKeys) : [];
    const { messages: stored, known } = await readStored(em, account.id, facts);
    const { threadOf, moved } = placeMessages(facts, known);
    const keys = facts.flatMap(({ author }) => author.key ?? []);
    const context = {
      inbox: { ...inbox, ownKeys: [...inbox.ownKeys, ...ownKeys] },
      now: this.clock.now(),
      erased: await erasedPersons(em, account.organisationId, [...new Set(keys)]),
    };
    const applied = [...groupById(facts)].map(([id, about]) => {
      const before = stored.get(id);
      return Object.assign(applyToMessage(before, about, context), { stored: before });
    });

    const renamed: string[] = [];
    for (const move of moved) renamed.push(...(await renameThread(em, account.id, move)));
    const threads = threadsOf(facts, threadOf, applied);
    const { ids, created } = await findConversations(em, account, threads);
    for (const move of moved) renamed.push(...(await joinThread(em, account, move)));
    const written = applied.map((one): Written => {
      const conversationId = ids.get(threadOf.get(one.row.platformId) ?? '');
      if (!conversationId) throw new Error(`no conversation for message ${one.row.platformId}`);
      return Object.assign(one, { row: Object.assign(one.row, { conversationId }) });
    });
    return await this.write(em, account, written, {
      created,
      touched: [...corrected, ...renamed],
      since: inbox.since,
    });
  }

  /** Adds what another inbox has heard of messages that this one has, too. @param em of a transaction that has locked both */
  async merge(em: EntityManager, account: InboxAccount, copies: readonly MessageCopy[]): Promise<void> {
    const inbox = await lockInbox(em, account.id);
    if (!inbox || copies.length === 0) return;
    const places = copies.map(({ platformId: id }) => ({ id, type: null, parentId: null, threadKey: null }));
    const { messages } = await readStored(em, account.id, places);
    const keys = [...messages.values()].flatMap(({ facts }) => facts.latest.key?.value ?? []);
    const erased = await erasedPersons(em, account.organisationId, [...new Set(keys)]);
    const context = { inbox, now: this.clock.now(), erased };
    const written = copies.flatMap(({ platformId, facts }): Written[] => {
      const stored = messages.get(platformId);
      if (!stored) return [];
      const merged = mergeFacts(stored.facts, facts);
      const applied = withFacts({ stored, platformId, source: 'poll' }, merged, context);
      const row = { ...applied.row, conversationId: stored.conversationId };
      return [{ ...applied, row, stored }];
    });
    await this.write(em, account, written, { created: [], touched: [], since: inbox.since });
  }

  private async write(
    em: EntityManager,
    account: InboxAccount,
    written: readonly Written[],
    { created, touched, since }: { created: readonly string[]; touched: readonly string[]; since: Date },
  ): Promise<InboxChanges> {
    const { organisationId } = account;
    const isMoved = ({ row, stored }: Written) =>
      stored !== undefined && stored.conversationId !== row.conversationId;
    const changed = written.filter((one) => one.isChanged || isMoved(one));
    await writeMessages(
      em,
      account,
      changed.map(({ row }) => row),
    );
    await moveTimelines(
      em,
      changed.filter(isMoved).map(({ row }) => row.id),
    );
    await writeMessageTimelines(
      em,
      organisationId,
      changed
        .filter(({ timelineChanged }) => timelineChanged)
        .map(({ row, lines }) => ({
          conversationId: row.conversationId,
          messageId: row.id,
          platformId: row.platformId,
          lines,
        })),
    );
    await writeContacts(em, organisationId, changed.flatMap(personOf));
    const news = written.filter((one) => one.isNews || one.timelineChanged || isMoved(one));
    const isHistory = ({ isNew, row }: Written) => isNew && row.sentAt < since;
    await summarise(em, [...new Set([...touched, ...created, ...news.map(conversationOf)])]);
    const arrived = written.filter(({ isNew, row }) => isNew && row.unread);
    await reopenFor(
      em,
      account,
      arrived.map(({ row }) => row),
    );
    const live = new Set([...touched, ...news.filter((one) => !isHistory(one)).map(conversationOf)]);
    const changes = {
      organisationId,
      created: created.filter((id) => live.has(id)),
      updated: [...live].filter((id) => !created.includes(id)),
      messages: written.filter((one) => one.isNew && !isHistory(one)).map(({ row }) => row.id),
    };
    await this.changes.publish(em, changes);
    return changes;
  }
}

function conversationOf({ row }: Written): string {
  return row.conversationId;
}

function ownKeysIn(facts: readonly MessageFact[]): string[] {
  return [
    ...new Set(facts.flatMap(({ isOwn, author }) => (isOwn && author.key !== null ? [author.key] : []))),
  ];
}

function groupById(facts: readonly MessageFact[]): Map<string, MessageFact[]> {
  const groups = new Map<string, MessageFact[]>();
  for (const fact of facts) groups.set(fact.id, [...(groups.get(fact.id) ?? []), fact]);
  return groups;
}

function threadsOf(
  facts: readonly MessageFact[],
  threadOf: ReadonlyMap<string, string>,
  applied: readonly AppliedMessage[],
): Thread[] {
  const sentAt = new Map(applied.map(({ row }) => [row.platformId, row.sentAt]));
  const threads = new Map<string, Thread>();
  for (const { id, kind, videoId, at } of facts) {
    const key = threadOf.get(id) ?? id;
    const before = threads.get(key);
    threads.set(key, {
      key,
      kind: before?.kind === 'ad_comment' ? before.kind : kind,
      videoId: before?.videoId ?? videoId,
      sentAt: sentAt.get(id) ?? at,
    });
  }
  return [...threads.values()].toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

/** The person, unless it is the account itself or was erased. Names in lists of ad comments may be of another kind. */
function personOf({ row }: Written): SeenPerson[] {
  const { authorId: key, authorUsername: username, sentAt } = row;
  if (key === null || row.direction === 'out') return [];
  const { name: named, username: called, picture } = row.facts.latest;
  const at = Math.max(named?.at ?? 0, called?.at ?? 0);
  const profileAt = at > 0 ? new Date(at) : null;
  return [{ key, name: named?.value ?? null, username, picture: picture?.value ?? null, profileAt, sentAt }];
}

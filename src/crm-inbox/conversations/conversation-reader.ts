import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor, isId, toPage, type Page } from '../../common/index.js';
import type { PageQuery } from '../../common/index.js';
import { bindings, OrgContext, OrgReader } from '../../database/index.js';
import { DirectReader } from '../direct/direct-reader.js';
import { MediaLinks } from '../media/media-links.js';
import { unknownConversation } from '../not-found.js';
import { Unconfirmed } from '../outbox/unconfirmed.js';
import { ConversationSearch } from './conversation-search.js';
import { conditionsOf } from './conversation-filter.js';
import { selectConversations, selectMessages } from './conversation-rows.js';
import type { ConversationDetailsView } from './dto/conversation-details.view.js';
import {
  toCrmConversationView,
  type ConversationRow,
  type CrmConversationView,
} from './dto/conversation.view.js';
import type { ConversationPage } from './dto/conversation-page.view.js';
import type { ConversationsQuery } from './dto/conversations.query.js';
import {
  toCrmMessageView,
  type CrmMessageView,
  type MessageRow,
  type TimelineEventView,
} from './dto/message.view.js';

const NEWEST_FIRST = 'c.last_message_at DESC, c.id DESC';
const NEWEST_MESSAGE_FIRST = 'm.sent_at DESC, m.comment_id DESC';
const FIRST_MESSAGES = 50;
const SHOWN_EVENTS = 100;
const SIZES = [11, 26, 51, 101, 201];

const ONE_CONVERSATION = selectConversations('WHERE c.id = $1 AND c.organisation_id = $2', 'c.id');
const ONE_MESSAGE = selectMessages('WHERE m.id = $1 AND m.organisation_id = $2', 'm.id');
const CONVERSATION_OF = `
  SELECT conversation_id AS "conversationId" FROM messages WHERE id = $1 AND organisation_id = $2`;

const FOUND = selectConversations('WHERE c.id = ANY($1) AND c.organisation_id = $2', NEWEST_FIRST);

const TIMELINE = `
  SELECT id, type, at, actor, message_id AS "messageId", details FROM conversation_events
  WHERE conversation_id = $1 AND organisation_id = $2 ORDER BY at DESC, id DESC LIMIT ${SHOWN_EVENTS}`;

/** Reads the inbox of the organisation in context. */
@Injectable()
export class ConversationReader {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: OrgReader,
    private readonly direct: DirectReader,
    private readonly unconfirmed: Unconfirmed,
    private readonly search: ConversationSearch,
    private readonly media: MediaLinks,
  ) {}

  /**
   * Most recently active first.
   * @throws InvalidInputError when the cursor belongs to another list; UnavailableError when a search got no further
   */
  async list(query: ConversationsQuery): Promise<ConversationPage> {
    const after = decodeCursor(query.cursor, ['time', 'id']);
    if (query.q) return await this.found(query, query.q, after);
    const { values, bind } = bindings();
    const where = conditionsOf(query, this.orgContext.organisationId, bind);
    if (after) where.push(`(c.last_message_at, c.id) < (${after.map(bind).join(', ')})`);
    const tail = `WHERE ${where.join(' AND ')} ORDER BY ${NEWEST_FIRST} LIMIT ${rowsFor(query.limit)}`;
    const rows = await this.reader.select<ConversationRow>(selectConversations(tail, NEWEST_FIRST), values);
    return toPage(rows, query.limit, conversationKey, toCrmConversationView);
  }

  private async found(
    query: ConversationsQuery,
    text: string,
    after: string[] | undefined,
  ): Promise<ConversationPage> {
    const [time, id] = after ?? [];
    const place = time !== undefined && id !== undefined ? ([time, id] as const) : undefined;
    const { ids, stoppedAt } = await this.search.find(query, { text, after: place, wanted: query.limit + 1 });
    const shown = [ids.slice(0, query.limit), this.orgContext.organisationId];
    const rows = await this.reader.select<ConversationRow>(FOUND, shown);
    const items = rows.map(toCrmConversationView);
    if (stoppedAt)
      return { items, nextCursor: encodeCursor(stoppedAt), searchedBackTo: new Date(stoppedAt[0]) };
    const last = rows.at(-1);
    return ids.length > query.limit && last
      ? { items, nextCursor: encodeCursor(conversationKey(last)) }
      : { items };
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<CrmConversationView> {
    return toCrmConversationView(await this.row(id));
  }

  /** @returns undefined if the organisation does not have it */
  async find(id: string): Promise<CrmConversationView | undefined> {
    const row = await this.findRow(id);
    return row && toCrmConversationView(row);
  }

  /** @returns a message with its conversation; undefined if the organisation does not have it */
  async findMessage(id: string): Promise<{ conversationId: string; message: CrmMessageView } | undefined> {
    const values = [id, this.orgContext.organisationId];
    const [place] = await this.reader.select<{ conversationId: string }>(CONVERSATION_OF, values);
    const [row] = await this.reader.select<MessageRow>(ONE_MESSAGE, values);
    return place && row && { ...place, message: this.toMessage()(row) };
  }

  /** The conversation as an agent opens it. @throws NotFoundError */
  async open(id: string): Promise<ConversationDetailsView> {
    const { organisationId } = this.orgContext;
    if (!isId(id)) throw unknownConversation();
    const [row, messages, timeline, unconfirmed] = await Promise.all([
      this.row(id),
      this.messageRows(id, FIRST_MESSAGES),
      this.reader.select<TimelineEventView>(TIMELINE, [id, organisationId]),
      this.unconfirmed.of(id),
    ]);
    const direct = row.kind === 'message' ? await this.direct.find(id) : null;
    const page = toPage(messages, FIRST_MESSAGES, messageKey, this.toMessage());
    return {
      conversation: toCrmConversationView(row),
      messages: page.items,
      ...(page.nextCursor !== undefined && { olderMessagesCursor: page.nextCursor }),
      timeline,
      unconfirmed,
      direct,
    };
  }

  /** Newest first. @throws NotFoundError; InvalidInputError when the cursor belongs to another list */
  async messages(id: string, { limit, cursor }: PageQuery): Promise<Page<CrmMessageView>> {
    const after = decodeCursor(cursor, ['time', 'text']);
    await this.row(id);
    return toPage(await this.messageRows(id, limit, after), limit, messageKey, this.toMessage());
  }

  private toMessage(): (row: MessageRow) => CrmMessageView {
    const { organisationId } = this.orgContext;
    return (row) => toCrmMessageView(row, (media) => this.media.view(media, organisationId));
  }

  private async row(id: string): Promise<ConversationRow> {
    const row = await this.findRow(id);
    if (row) return row;
    throw unknownConversation();
  }

  private async findRow(id: string): Promise<ConversationRow | undefined> {
    if (!isId(id)) return undefined;
    const values = [id, this.orgContext.organisationId];
    const [row] = await this.reader.select<ConversationRow>(ONE_CONVERSATION, values);
    return row;
  }

  private async messageRows(id: string, count: number, after?: string[]): Promise<MessageRow[]> {
    if (!isId(id)) return [];
    const { values, bind } = bindings();
    const where = [
      `m.conversation_id = ${bind(id)}`,
      `m.organisation_id = ${bind(this.orgContext.organisationId)}`,
    ];
    if (after) where.push(`(m.sent_at, m.comment_id) < (${after.map(bind).join(', ')})`);
    const tail = `WHERE ${where.join(' AND ')} ORDER BY ${NEWEST_MESSAGE_FIRST} LIMIT ${rowsFor(count)}`;
    const order = '"sentAt" DESC, "tiktokId" DESC';
    return await this.reader.select<MessageRow>(selectMessages(tail, order), values);
  }
}

/**
 * Rows to read for a page, and one or more beyond it. It is written into the statement: with a parameter, PostgreSQL assumes a tenth
 * of the table and plans each call again. Few values, because each one is a prepared statement.
 */
function rowsFor(limit: number): number {
  return SIZES.find((size) => size > limit) ?? limit + 1;
}

function conversationKey({ lastMessageAt, id }: ConversationRow): string[] {
  return [lastMessageAt.toISOString(), id];
}

function messageKey({ sentAt, tiktokId }: MessageRow): string[] {
  return [sentAt.toISOString(), tiktokId];
}

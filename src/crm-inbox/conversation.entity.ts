import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AdPlacement } from './facts/ad-placement.js';
import type { ConversationKind } from './facts/message-fact.js';

export const CONVERSATION_STATUSES = ['open', 'pending', 'closed'] as const;
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number];

/** A comment under a post with its replies, or direct messages with a person. */
@Entity('conversations')
export class Conversation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'integration_id' })
  integrationId: string;

  @Column('text')
  kind: ConversationKind;

  /** Null for direct messages. */
  @Column('text', { name: 'video_id', nullable: true })
  videoId: string | null;

  /** Null for direct messages. */
  @Column('text', { name: 'root_comment_id', nullable: true })
  rootCommentId: string | null;

  /** The ad that showed its first message; null for other kinds. */
  @Column('jsonb', { nullable: true })
  ad: AdPlacement | null;

  /** TikTok's id of a conversation of direct messages. */
  @Column('text', { name: 'message_thread_id', nullable: true })
  messageThreadId: string | null;

  /** The root comment, or TikTok's id of the conversation: unique in an integration. */
  @Column({ type: 'text', name: 'thread_key', insert: false, update: false })
  threadKey: string;

  @Column('text')
  status: ConversationStatus;

  /** A user of this organisation. */
  @Column('text', { nullable: true })
  assignee: string | null;

  @Column('int', { name: 'unread_count' })
  unreadCount: number;

  @Column('timestamptz', { name: 'last_read_at', nullable: true })
  lastReadAt: Date | null;

  /** TikTok's `unique_identifier` of the first person who wrote; null if it is unknown or erased. */
  @Column('text', { name: 'person_key', nullable: true })
  personKey: string | null;

  @Column('timestamptz', { name: 'last_inbound_at', nullable: true })
  lastInboundAt: Date | null;

  @Column('timestamptz', { name: 'last_outbound_at', nullable: true })
  lastOutboundAt: Date | null;

  /** The beginning of the newest message; null without a text. */
  @Column('text', { name: 'last_message_text', nullable: true })
  lastMessageText: string | null;

  @Column('text', { name: 'last_message_direction', nullable: true })
  lastMessageDirection: 'in' | 'out' | null;

  /** A new id with every change: streams read from it on. */
  @Column('uuid', { name: 'change_id' })
  changeId: string;

  @Column('timestamptz', { name: 'last_message_at' })
  lastMessageAt: Date;
}

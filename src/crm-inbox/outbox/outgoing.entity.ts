import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { AdCommentTarget, OutgoingMessage } from '../../tiktok/index.js';

export const OUTGOING_STATUSES = ['queued', 'sent', 'confirmed', 'unknown', 'failed'] as const;
/**
 * `sent`: the call has left or is about to. `unknown`: TikTok's answer was lost; the service looks for the result, and never
 * sends again automatically.
 */
export type OutgoingStatus = (typeof OUTGOING_STATUSES)[number];

export const OUTGOING_KINDS = ['comment_reply', 'ad_comment_reply', 'direct_message'] as const;
/** `comment_reply`: a reply to a comment. `ad_comment_reply`: the same through an ad account. Each kind has a `Deliverer` of its own. */
export type OutgoingKind = (typeof OUTGOING_KINDS)[number];

/** What TikTok is to receive. */
export interface OutgoingContent {
  /** Null for a message without a text. */
  text: string | null;
  /** A direct message, as TikTok's call takes it. */
  message?: OutgoingMessage;
  /** The ad through which an ad account replies. */
  ad?: Omit<AdCommentTarget, 'comment_id'> & { accountId: string };
}

/** Something that an agent wrote in the inbox. Committed before it is sent, and sent once. */
@Entity('crm_outbox')
export class Outgoing {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'integration_id' })
  integrationId: string;

  @Column('uuid', { name: 'conversation_id' })
  conversationId: string;

  /** The message that it answers; null for none. */
  @Column('uuid', { name: 'message_id', nullable: true })
  messageId: string | null;

  @Column('text')
  kind: OutgoingKind;

  /** What it answers at TikTok: a comment, or a conversation of direct messages. */
  @Column('text', { name: 'target_id' })
  targetId: string;

  @Column('jsonb')
  content: OutgoingContent;

  @Column('text')
  status: OutgoingStatus;

  /** TikTok's id of what was sent; null while unknown. */
  @Column('text', { name: 'sent_id', nullable: true })
  sentId: string | null;

  /** Committed right before the call. */
  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  /** How often the service has looked for the result of a call whose answer was lost. */
  @Column('int')
  checks: number;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;

  /** Who sees it on TikTok; null while unknown. */
  @Column('text', { nullable: true })
  reach: 'public' | 'limited' | null;

  @Column('text', { name: 'fail_code', nullable: true })
  failCode: string | null;

  @Column('text', { name: 'fail_message', nullable: true })
  failMessage: string | null;

  /** The one that this one sends again. */
  @Column('uuid', { name: 'retry_of', nullable: true })
  retryOf: string | null;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

export const VISIBILITIES = ['public', 'friends', 'hidden', 'deleted', 'unknown'] as const;
/** `unknown`: TikTok has reported the comment only with actions that this version does not know. */
export type Visibility = (typeof VISIBILITIES)[number];

/** One comment. Its TikTok id is unique within its conversation. */
@Entity('messages')
export class Message {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'conversation_id' })
  conversationId: string;

  @Column('text', { name: 'comment_id' })
  commentId: string;

  /** TikTok's id of the author, stable per app. */
  @Column('text', { name: 'author_id', nullable: true })
  authorId: string | null;

  /** Null when TikTok's event did not include it. */
  @Column('text', { nullable: true })
  text: string | null;

  @Column('text')
  visibility: Visibility;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;

  /** The time of the latest applied event. Older ones change nothing. */
  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}

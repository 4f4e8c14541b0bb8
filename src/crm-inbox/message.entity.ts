import { Column, Entity, PrimaryColumn } from 'typeorm';

export const VISIBILITIES = ['public', 'friends', 'hidden', 'deleted', 'unknown'] as const;
/** `unknown`: TikTok told of the comment only by an action that this version does not know. */
export type Visibility = (typeof VISIBILITIES)[number];

/** One comment. TikTok's id of it is unique within its conversation. */
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

  /** TikTok's stable id of the author, for our app. */
  @Column('text', { name: 'author_id', nullable: true })
  authorId: string | null;

  /** Null when TikTok's event did not carry it. */
  @Column('text', { nullable: true })
  text: string | null;

  @Column('text')
  visibility: Visibility;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;

  /** Time of the event that this row shows: an older one changes nothing. */
  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}

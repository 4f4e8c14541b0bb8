import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AdPlacement } from './facts/ad-placement.js';
import type { FactSource } from './facts/message-fact.js';
import type { MessageFacts } from './facts/message-facts.js';
import type { Visibility } from './facts/visibility.js';

// node-postgres returns a bigint as text.
const toNumber = {
  to: (value: number | null) => value,
  from: (text: string | null) => (text === null ? null : Number(text)),
};

/** One comment or direct message. */
@Entity('messages')
export class Message {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'conversation_id' })
  conversationId: string;

  @Column('uuid', { name: 'integration_id' })
  integrationId: string;

  /** TikTok's id of the comment or message: unique in an integration. */
  @Column('text', { name: 'comment_id' })
  platformId: string;

  /** The comment that a reply answers. It may be a reply itself. */
  @Column('text', { name: 'parent_id', nullable: true })
  parentId: string | null;

  /** `comment` or `reply`; for direct messages TikTok's type. */
  @Column('text', { nullable: true })
  type: string | null;

  /** `out`: the account itself wrote it. */
  @Column('text')
  direction: 'in' | 'out';

  /** TikTok's id of the author, stable per app. */
  @Column('text', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('text', { name: 'author_name', nullable: true })
  authorName: string | null;

  @Column('text', { name: 'author_username', nullable: true })
  authorUsername: string | null;

  /** A signed URL that expires. */
  @Column('text', { name: 'author_picture', nullable: true })
  authorPicture: string | null;

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

  /** As TikTok's lists showed it last; null if they never have. */
  @Column('bigint', { nullable: true, transformer: toNumber })
  likes: number | null;

  @Column('bigint', { nullable: true, transformer: toNumber })
  replies: number | null;

  @Column('boolean', { nullable: true })
  liked: boolean | null;

  @Column('boolean', { nullable: true })
  pinned: boolean | null;

  @Column('text', { name: 'image_url', nullable: true })
  imageUrl: string | null;

  /** What a message contains beside its text. */
  @Column('jsonb', { nullable: true })
  content: Record<string, unknown> | null;

  /** The ad groups that show the comment; null for none. */
  @Column('jsonb', { nullable: true })
  ads: AdPlacement[] | null;

  /** How the service first heard of it. */
  @Column('text')
  source: FactSource;

  @Column('boolean')
  unread: boolean;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;

  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  /** Everything that TikTok has said. The other columns follow from it; null in rows of older versions. */
  @Column('jsonb', { nullable: true, select: false })
  facts: MessageFacts | null;
}

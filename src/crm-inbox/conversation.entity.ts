import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A thread of comments under a video: the root comment and its replies. */
@Entity('conversations')
export class Conversation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'integration_id' })
  integrationId: string;

  @Column('text')
  kind: 'comment';

  @Column('text', { name: 'video_id' })
  videoId: string;

  @Column('text', { name: 'root_comment_id' })
  rootCommentId: string;

  @Column('timestamptz', { name: 'last_message_at' })
  lastMessageAt: Date;
}

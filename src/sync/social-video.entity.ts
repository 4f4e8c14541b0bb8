import { Column, Entity, PrimaryColumn } from 'typeorm';

// node-postgres returns bigint columns as text. Counters stay far below 2^53.
const counter = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** A video of a connected account with its latest counters: the social activity store. */
@Entity('social_videos')
export class SocialVideo {
  @PrimaryColumn('uuid', { name: 'integration_id' })
  integrationId: string;

  /** 19 digits, as text. */
  @PrimaryColumn('text', { name: 'video_id' })
  videoId: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  /** Null in this and the following columns: TikTok has not sent the value yet. */
  @Column('text', { nullable: true })
  caption: string | null;

  @Column('text', { name: 'share_url', nullable: true })
  shareUrl: string | null;

  @Column('integer', { name: 'duration_seconds', nullable: true })
  durationSeconds: number | null;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;

  @Column('bigint', { transformer: counter, nullable: true })
  views: number | null;

  @Column('bigint', { transformer: counter, nullable: true })
  likes: number | null;

  @Column('bigint', { transformer: counter, nullable: true })
  comments: number | null;

  @Column('bigint', { transformer: counter, nullable: true })
  shares: number | null;

  /** When TikTok last sent any of these counters. */
  @Column('timestamptz', { name: 'captured_at' })
  capturedAt: Date;

  /** The last sync run that saw it. A complete list is compared by this. */
  @Column('uuid', { name: 'seen_run', nullable: true })
  seenRun: string | null;

  /** When a sync found that TikTok no longer shows it. */
  @Column('timestamptz', { name: 'gone_at', nullable: true })
  goneAt: Date | null;
}

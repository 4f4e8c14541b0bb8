import { Column, Entity, PrimaryColumn } from 'typeorm';

// node-postgres returns bigint columns as text. Counters stay far below 2^53.
const counter = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** A video of a connected account with its latest counters: the social activity store. */
@Entity('social_activity')
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

  /** Why it is gone, when TikTok has said so. */
  @Column('text', { name: 'gone_reason', nullable: true })
  goneReason: string | null;

  /** Where the counters come from: `display_api`. */
  @Column('text', { nullable: true })
  source: string | null;

  /** VIDEO or PHOTO. */
  @Column('text', { name: 'media_type', nullable: true })
  mediaType: string | null;

  /** A signed URL. */
  @Column('text', { name: 'cover_url', nullable: true })
  coverUrl: string | null;

  @Column('timestamptz', { name: 'cover_expires_at', nullable: true })
  coverExpiresAt: Date | null;

  /** From the Business API, 24 to 48 h late, as are the following. */
  @Column('bigint', { transformer: counter, nullable: true })
  favorites: number | null;

  @Column('bigint', { transformer: counter, nullable: true })
  reach: number | null;

  @Column('jsonb', { nullable: true })
  insights: Record<string, unknown> | null;

  @Column('timestamptz', { name: 'insights_at', nullable: true })
  insightsAt: Date | null;
}

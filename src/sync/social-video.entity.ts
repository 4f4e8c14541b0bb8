import { Column, Entity, PrimaryColumn } from 'typeorm';

// Counters stay far below 2^53; node-postgres hands bigint columns out as text.
const counter = { to: (value: number) => value, from: (value: string) => Number(value) };

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

  @Column('text')
  caption: string;

  @Column('text', { name: 'share_url', nullable: true })
  shareUrl: string | null;

  @Column('integer', { name: 'duration_seconds', nullable: true })
  durationSeconds: number | null;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;

  @Column('bigint', { transformer: counter })
  views: number;

  @Column('bigint', { transformer: counter })
  likes: number;

  @Column('bigint', { transformer: counter })
  comments: number;

  @Column('bigint', { transformer: counter })
  shares: number;

  /** When TikTok told these figures. */
  @Column('timestamptz', { name: 'captured_at' })
  capturedAt: Date;
}

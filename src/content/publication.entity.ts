import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { PrivacyLevel } from '../tiktok/index.js';

export const PUBLICATION_STATUSES = [
  'awaiting_upload',
  'ready',
  'publishing',
  'processing',
  'published',
  'public',
  'in_inbox',
  'failed',
  'unknown',
  'cancelled',
  'removed',
] as const;
export type PublicationStatus = (typeof PUBLICATION_STATUSES)[number];

/** From here on nobody needs the staged bytes. `unknown` keeps them: a person may decide to publish again. */
export const OVER: ReadonlySet<PublicationStatus> = new Set([
  'published',
  'public',
  'in_inbox',
  'failed',
  'cancelled',
  'removed',
]);

// Sizes fit a double exactly; node-postgres hands bigint columns out as text.
const bytes = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** One post on its way to TikTok: the journal that publishing goes on from after a crash. */
@Entity('publications')
export class Publication {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'integration_id' })
  integrationId: string;

  /** The name people in the organisation see; not sent to TikTok. */
  @Column('text')
  title: string;

  /** What TikTok shows under the video. */
  @Column('text')
  caption: string;

  @Column('text', { name: 'privacy_level' })
  privacyLevel: PrivacyLevel;

  @Column('boolean', { name: 'allow_comment' })
  allowComment: boolean;

  @Column('boolean', { name: 'allow_duet' })
  allowDuet: boolean;

  @Column('boolean', { name: 'allow_stitch' })
  allowStitch: boolean;

  @Column('text')
  status: PublicationStatus;

  @Column('text', { name: 'fail_code', nullable: true })
  failCode: string | null;

  @Column('text', { name: 'fail_reason', nullable: true })
  failReason: string | null;

  /** Name within the staging folder. */
  @Column('text', { name: 'staged_file', nullable: true })
  stagedFile: string | null;

  @Column('text', { name: 'media_type', nullable: true })
  mediaType: string | null;

  @Column('bigint', { name: 'size_bytes', nullable: true, transformer: bytes })
  sizeBytes: number | null;

  /** Hex, of the bytes as they were uploaded to us. */
  @Column('text', { nullable: true })
  sha256: string | null;

  /** Written before init is sent: set without a `tiktokPublishId`, nobody knows whether TikTok began the post. */
  @Column('timestamptz', { name: 'init_sent_at', nullable: true })
  initSentAt: Date | null;

  @Column('text', { name: 'tiktok_publish_id', nullable: true })
  tiktokPublishId: string | null;

  /** Encrypted: it carries a token. */
  @Column('text', { name: 'upload_url', nullable: true })
  uploadUrl: string | null;

  @Column('integer', { name: 'chunk_size', nullable: true })
  chunkSize: number | null;

  @Column('bigint', { name: 'uploaded_bytes', transformer: bytes, default: 0 })
  uploadedBytes: number;

  @Column('timestamptz', { name: 'transferred_at', nullable: true })
  transferredAt: Date | null;

  @Column('integer', { default: 0 })
  polls: number;

  @Column('text', { name: 'post_ids', array: true, default: () => "'{}'" })
  postIds: string[];

  /** When TikTok made it public or removed it, as its event says; null before, and for what only a poll has seen. */
  @Column('timestamptz', { name: 'visibility_at', nullable: true })
  visibilityAt: Date | null;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  /** When the row wants attention next; null for never. See src/jobs. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
}

import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { MediaFacts } from '../../content/index.js';

export const CREATIVE_KINDS = ['video', 'image'] as const;
export type CreativeKind = (typeof CREATIVE_KINDS)[number];

export const CREATIVE_SOURCES = ['upload', 'url', 'publication'] as const;
export type CreativeSource = (typeof CREATIVE_SOURCES)[number];

export const CREATIVE_STATUSES = [
  'receiving',
  'uploading',
  'processing',
  'ready',
  'failed',
  'unknown',
] as const;
/** `unknown`: the file may be at TikTok, and TikTok does not let us look it up. It is not sent again. */
export type CreativeStatus = (typeof CREATIVE_STATUSES)[number];

/** Statuses in which nothing more happens. */
export const ENDED: ReadonlySet<CreativeStatus> = new Set(['ready', 'failed', 'unknown']);

/** A frame that TikTok suggests as the cover. */
export interface StoredCover {
  imageId: string;
  width: number | null;
  height: number | null;
  url: string | null;
  /** ISO 8601. */
  urlExpiresAt: string | null;
}

/** What TikTok says about the file. */
export interface CreativeDetails {
  materialId: string | null;
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  previewUrl: string | null;
  /** ISO 8601. */
  previewUrlExpiresAt: string | null;
  /** TikTok's words, e.g. LOW_RESOLUTION. */
  flaws: string[];
  carouselUsable: boolean | null;
}

/** A video or an image on its way into an ad account. */
@Entity('ad_creatives')
export class AdCreative {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'integration_id' })
  integrationId: string;

  /** TikTok's advertiser id. Media belong to one account. */
  @Column('text', { name: 'account_id' })
  accountId: string;

  @Column('text')
  kind: CreativeKind;

  @Column('text')
  name: string;

  @Column('text')
  source: CreativeSource;

  /** The URL until its bytes are here, or the publication's file. */
  @Column('text', { name: 'source_ref', nullable: true })
  sourceRef: string | null;

  @Column('text')
  status: CreativeStatus;

  /** Name in the staging store, until TikTok has the file. */
  @Column('text', { name: 'staged_file', nullable: true })
  stagedFile: string | null;

  @Column('bigint', { name: 'size_bytes', nullable: true, transformer: { to: same, from: numberOrNull } })
  sizeBytes: number | null;

  /** Hex. */
  @Column('text', { nullable: true })
  md5: string | null;

  @Column('text', { name: 'media_type', nullable: true })
  mediaType: string | null;

  @Column('jsonb', { nullable: true })
  facts: MediaFacts | null;

  @Column('bigint', { name: 'uploaded_bytes', transformer: { to: same, from: Number } })
  uploadedBytes: number;

  /** When the file was sent to TikTok. Without an answer since, it is looked up before it is sent again. */
  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column('text', { name: 'video_id', nullable: true })
  videoId: string | null;

  @Column('text', { name: 'image_id', nullable: true })
  imageId: string | null;

  @Column('text', { name: 'cover_image_id', nullable: true })
  coverImageId: string | null;

  @Column('jsonb')
  covers: StoredCover[];

  @Column('jsonb', { nullable: true })
  details: CreativeDetails | null;

  @Column('text', { name: 'fail_code', nullable: true })
  failCode: string | null;

  @Column('text', { name: 'fail_reason', nullable: true })
  failReason: string | null;

  @Column('text', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'processing_since', nullable: true })
  processingSince: Date | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
}

function same(value: number | null): number | null {
  return value;
}

/** Sizes fit a double; node-postgres returns bigint as text. */
function numberOrNull(value: string | null): number | null {
  return value === null ? null : Number(value);
}

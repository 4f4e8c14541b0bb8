import { Column, CreateDateColumn, Entity, OneToMany, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { PrivacyLevel } from '../../tiktok/index.js';
import type { PostOptions } from './post-options.dto.js';
import { byteCount, PublicationMedia } from './publication-media.entity.js';

export const PUBLICATION_STATUSES = [
  'awaiting_upload',
  'ready',
  'scheduled',
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

/** The statuses that no longer need the staged files. `unknown` keeps them: a user may publish again. */
export const OVER: ReadonlySet<PublicationStatus> = new Set([
  'published',
  'public',
  'in_inbox',
  'failed',
  'cancelled',
  'removed',
]);

export const POST_KINDS = ['video', 'photo'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** Straight to the profile, or to the inbox, where the creator finishes and posts it in the app. */
export const POST_MODES = ['direct', 'draft'] as const;
export type PostMode = (typeof POST_MODES)[number];

/** The API that carries the post: the open API, or the Business API with an `account` credential. */
export const POST_ROUTES = ['open_api', 'business'] as const;
export type PostRoute = (typeof POST_ROUTES)[number];

/** What resolved an unknown outcome. */
export type SettledBy = 'status' | 'video_list' | 'person' | 'published_again';

/** What a `scheduled` post waits for: its time, or a limit of TikTok's that is exhausted. */
export const WAITS_FOR = [
  'publish_at',
  'posts_per_day',
  'pending_drafts',
  'active_users',
  'init_rate',
] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

/** Codes of posts that wait for their account to be reconnected, or for its token to be readable. */
export const WAITS_FOR_ACCOUNT: ReadonlySet<string> = new Set(['reconnect_needed', 'token_unreadable']);

/** One post on its way to TikTok. Also the journal from which publishing resumes after a crash. */
@Entity('publications')
export class Publication {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'integration_id' })
  integrationId: string;

  @Column('text')
  kind: PostKind;

  @Column('text')
  mode: PostMode;

  /** A preview from the publication's creation until publishing begins; then final. */
  @Column('text', { nullable: true })
  route: PostRoute | null;

  /** Ordered by position once loaded with `withMedia`: one for a video, 1 to 35 for photos. */
  @OneToMany(() => PublicationMedia, (media) => media.publication)
  media: PublicationMedia[];

  /** The name inside the organisation; not sent to TikTok. */
  @Column('text')
  title: string;

  /** What TikTok shows under the post. */
  @Column('text')
  caption: string;

  /** Null for drafts: the creator chooses in the app. */
  @Column('text', { name: 'privacy_level', nullable: true })
  privacyLevel: PrivacyLevel | null;

  @Column('boolean', { name: 'allow_comment' })
  allowComment: boolean;

  @Column('boolean', { name: 'allow_duet' })
  allowDuet: boolean;

  @Column('boolean', { name: 'allow_stitch' })
  allowStitch: boolean;

  @Column('jsonb', { default: () => "'{}'" })
  options: PostOptions;

  @Column('text')
  status: PublicationStatus;

  /** When the user wants it published; null for at once. */
  @Column('timestamptz', { name: 'publish_at', nullable: true })
  publishAt: Date | null;

  /** IANA name of the zone in which `publishAt` was given. */
  @Column('text', { name: 'time_zone', nullable: true })
  timeZone: string | null;

  /** `publishAt`, or when the user published it. Orders the posts that wait for quota. */
  @Column('timestamptz', { name: 'wanted_at', nullable: true })
  wantedAt: Date | null;

  /** While it waits for quota: the estimated time. */
  @Column('timestamptz', { name: 'goes_at', nullable: true })
  goesAt: Date | null;

  /** When TikTok accepted the cancellation. The status shows the outcome. */
  @Column('timestamptz', { name: 'cancel_asked_at', nullable: true })
  cancelAskedAt: Date | null;

  /** For failed posts that can be retried with the same files. */
  @Column('timestamptz', { name: 'keep_files_until', nullable: true })
  keepFilesUntil: Date | null;

  /** While `scheduled`. */
  @Column('text', { name: 'waits_for', nullable: true })
  waitsFor: WaitsFor | null;

  /** When and by whom TikTok's terms were accepted. TikTok requires it before anything is sent. */
  @Column('timestamptz', { name: 'consented_at', nullable: true })
  consentedAt: Date | null;

  @Column('text', { name: 'consented_by', nullable: true })
  consentedBy: string | null;

  /** The publication that this one retries. Each has at most one retry. */
  @Column('uuid', { name: 'retry_of', nullable: true })
  retryOf: string | null;

  @Column('text', { name: 'settled_by', nullable: true })
  settledBy: SettledBy | null;

  @Column('text', { name: 'fail_code', nullable: true })
  failCode: string | null;

  @Column('text', { name: 'fail_reason', nullable: true })
  failReason: string | null;

  /** Written before init is sent. Without a `tiktokPublishId`, TikTok may or may not have started the post. */
  @Column('timestamptz', { name: 'init_sent_at', nullable: true })
  initSentAt: Date | null;

  @Column('text', { name: 'tiktok_publish_id', nullable: true })
  tiktokPublishId: string | null;

  /** Encrypted: it carries a token. */
  @Column('text', { name: 'upload_url', nullable: true })
  uploadUrl: string | null;

  /** Uploads that expired before they were complete. TikTok cannot post them. */
  @Column('text', { name: 'former_publish_ids', array: true, default: () => "'{}'" })
  formerPublishIds: string[];

  /** Index of the chunk plan in use. TikTok has rejected those before it. */
  @Column('integer', { name: 'plan_step', default: 0 })
  planStep: number;

  @Column('integer', { name: 'chunk_size', nullable: true })
  chunkSize: number | null;

  @Column('bigint', { name: 'uploaded_bytes', transformer: byteCount, default: 0 })
  uploadedBytes: number;

  /** Written before the last chunk is sent. Until then TikTok cannot have the whole file. */
  @Column('timestamptz', { name: 'last_chunk_sent_at', nullable: true })
  lastChunkSentAt: Date | null;

  @Column('timestamptz', { name: 'transferred_at', nullable: true })
  transferredAt: Date | null;

  @Column('integer', { default: 0 })
  polls: number;

  @Column('text', { name: 'post_ids', array: true, default: () => "'{}'" })
  postIds: string[];

  /** When TikTok made it public or removed it, by its event; null if only a poll has seen it. */
  @Column('timestamptz', { name: 'visibility_at', nullable: true })
  visibilityAt: Date | null;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  /** When a job looks at the row next; null for never. See src/jobs. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
}

/** Returns a video post's only file. @throws Error if the row was loaded without its media */
export function videoOf({ id, media }: Publication): PublicationMedia {
  const [video] = media;
  if (!video) throw new Error(`publication ${id} was loaded without its media`);
  return video;
}

import { Column, CreateDateColumn, Entity, OneToMany, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { PrivacyLevel } from '../../tiktok/index.js';
import { byteCount } from './byte-count.js';
import type { PostOptions } from './post-options.dto.js';
import { PublicationMedia } from './publication-media.entity.js';

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

/** From here on nobody needs the staged bytes. `unknown` keeps them: a person may decide to publish again. */
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

/** Straight to the profile, or into the creator's inbox, who finishes and posts it in the app. */
export const POST_MODES = ['direct', 'draft'] as const;
export type PostMode = (typeof POST_MODES)[number];

/** Which of TikTok's two families carries the post: the open API, or the Business API with an `account` credential. */
export const POST_ROUTES = ['open_api', 'business'] as const;
export type PostRoute = (typeof POST_ROUTES)[number];

/** What settled a post of which nobody knew whether TikTok has it. */
export type SettledBy = 'status' | 'video_list' | 'person' | 'published_again';

/** What a `scheduled` post waits for: its time, or a limit of TikTok's that is used up. */
export const WAITS_FOR = [
  'publish_at',
  'posts_per_day',
  'pending_drafts',
  'active_users',
  'init_rate',
] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

/** Codes of a post that waits for its account: to be connected again, or for its token to be readable. */
export const WAITS_FOR_ACCOUNT: ReadonlySet<string> = new Set(['reconnect_needed', 'token_unreadable']);

/** One post on its way to TikTok: the journal that publishing goes on from after a crash. */
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

  /** As it looked when the publication was made; decided when publishing begins. */
  @Column('text', { nullable: true })
  route: PostRoute | null;

  /** Ordered by position once loaded with `withMedia`: one for a video, 1 to 35 for photos. */
  @OneToMany(() => PublicationMedia, (media) => media.publication)
  media: PublicationMedia[];

  /** The name people in the organisation see; not sent to TikTok. */
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

  /** When a person wants it to go; null for at once. */
  @Column('timestamptz', { name: 'publish_at', nullable: true })
  publishAt: Date | null;

  /** IANA name: how people think of `publishAt`. */
  @Column('text', { name: 'time_zone', nullable: true })
  timeZone: string | null;

  /** Since when it is to go: `publishAt`, or when it was published. The order of those that wait. */
  @Column('timestamptz', { name: 'wanted_at', nullable: true })
  wantedAt: Date | null;

  /** While it waits for a quota: when there will be room, as far as can be foreseen. */
  @Column('timestamptz', { name: 'goes_at', nullable: true })
  goesAt: Date | null;

  /** When TikTok said that it cancels: what came of it is told by the status. */
  @Column('timestamptz', { name: 'cancel_asked_at', nullable: true })
  cancelAskedAt: Date | null;

  /** Of a failed post that may be tried again as it is. */
  @Column('timestamptz', { name: 'keep_files_until', nullable: true })
  keepFilesUntil: Date | null;

  /** While `scheduled`. */
  @Column('text', { name: 'waits_for', nullable: true })
  waitsFor: WaitsFor | null;

  /** When and by whom TikTok's terms were consented to: TikTok wants it before anything is sent. */
  @Column('timestamptz', { name: 'consented_at', nullable: true })
  consentedAt: Date | null;

  @Column('text', { name: 'consented_by', nullable: true })
  consentedBy: string | null;

  /** The publication that this one is another attempt of: at most one attempt follows each. */
  @Column('uuid', { name: 'retry_of', nullable: true })
  retryOf: string | null;

  @Column('text', { name: 'settled_by', nullable: true })
  settledBy: SettledBy | null;

  @Column('text', { name: 'fail_code', nullable: true })
  failCode: string | null;

  @Column('text', { name: 'fail_reason', nullable: true })
  failReason: string | null;

  /** Written before init is sent: set without a `tiktokPublishId`, nobody knows whether TikTok began the post. */
  @Column('timestamptz', { name: 'init_sent_at', nullable: true })
  initSentAt: Date | null;

  @Column('text', { name: 'tiktok_publish_id', nullable: true })
  tiktokPublishId: string | null;

  /** Encrypted: it carries a token. */
  @Column('text', { name: 'upload_url', nullable: true })
  uploadUrl: string | null;

  /** Of uploads that TikTok let expire before they were whole: nothing can come of them. */
  @Column('text', { name: 'former_publish_ids', array: true, default: () => "'{}'" })
  formerPublishIds: string[];

  /** Which of the ways to cut the file into chunks is tried: TikTok has refused those before it. */
  @Column('integer', { name: 'plan_step', default: 0 })
  planStep: number;

  @Column('integer', { name: 'chunk_size', nullable: true })
  chunkSize: number | null;

  @Column('bigint', { name: 'uploaded_bytes', transformer: byteCount, default: 0 })
  uploadedBytes: number;

  /** Written before the last chunk is sent: until then TikTok cannot have the whole file. */
  @Column('timestamptz', { name: 'last_chunk_sent_at', nullable: true })
  lastChunkSentAt: Date | null;

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

/** The one file of a video post. @throws Error for rows that were loaded without their media */
export function videoOf({ id, media }: Publication): PublicationMedia {
  const [video] = media;
  if (!video) throw new Error(`publication ${id} was loaded without its media`);
  return video;
}

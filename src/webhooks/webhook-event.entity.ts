import { Column, Entity, PrimaryColumn } from 'typeorm';

export const WEBHOOK_STATUSES = ['received', 'processed', 'ignored', 'failed', 'quarantined'] as const;
/**
 * `received`: not handled yet, or waiting for the thing it refers to. `ignored`: valid, but not used. `failed`: its handler
 * threw until the last attempt. `quarantined`: signed by TikTok, but not understood.
 */
export type WebhookStatus = (typeof WEBHOOK_STATUSES)[number];

/** A delivery from TikTok, stored before it is acknowledged. */
@Entity('webhook_events')
export class WebhookEvent {
  @PrimaryColumn('uuid')
  id: string;

  /** The day of the event, and SHA-256 of the fields that identify it; unique. Without a usable time only the hash. */
  @Column('bytea', { name: 'dedupe_key' })
  dedupeKey: Buffer;

  @Column('text', { name: 'client_key' })
  clientKey: string;

  @Column('text', { nullable: true })
  event: string | null;

  @Column('text', { name: 'user_openid', nullable: true })
  userOpenId: string | null;

  /** JSON as text, exactly as TikTok sent it. */
  @Column('text', { nullable: true })
  content: string | null;

  @Column('bytea', { name: 'raw_body' })
  rawBody: Buffer;

  @Column('timestamptz', { name: 'event_time', nullable: true })
  eventTime: Date | null;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt: Date;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  /** True if the signature was older than 5 min. */
  @Column('boolean')
  late: boolean;

  @Column('text')
  status: WebhookStatus;

  @Column('timestamptz', { name: 'processed_at', nullable: true })
  processedAt: Date | null;

  /** Some headers of the delivery, by their lower-case names. Null for deliveries that an older version stored. */
  @Column('jsonb', { nullable: true })
  headers: Record<string, string> | null;

  /** Why it failed permanently, or is ignored. */
  @Column('text', { nullable: true })
  failure: string | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  /** Why the last attempt failed. Written by src/jobs. */
  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;
}

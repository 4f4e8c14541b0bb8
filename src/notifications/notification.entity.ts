import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AffectedWork } from './affected-work.js';

export const SEVERITIES = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const NOTIFICATION_KINDS = [
  'integration_expired',
  'consent_ended',
  'refresh_horizon',
  'token_unreadable',
  'publication_unknown',
  'publication_failed',
  'publication_overdue',
  'quota_reached',
  'sync_stalled',
  'media_storage_full',
  'ad_rejected',
  'ad_account_suspended',
  'ad_balance_low',
  'ad_not_serving',
  'ad_creative_fatigue',
  'spark_post_expiring',
  'audience_expiring',
  'webhooks_replaced',
  'webhooks_refused',
  'webhooks_silenced',
  'webhooks_missed',
  'all_clear',
] as const;
/** The kinds of notifications. A new kind needs a line here and in docs/notifications.md. */
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Kinds whose action only admins may take, so only they see the link. */
export const FOR_ADMINS: ReadonlySet<NotificationKind> = new Set([
  'integration_expired',
  'consent_ended',
  'refresh_horizon',
  'token_unreadable',
]);

/** `app`: the app at TikTok that all organisations share. `organisation`: the whole organisation. */
export const SUBJECT_TYPES = ['integration', 'publication', 'ad_account', 'app', 'organisation'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** Something that an organisation must know. Written only by the notifier's statement. */
@Entity('notifications')
export class Notification {
  /** A UUIDv7 by PostgreSQL's clock, so that ids of all processes share one order. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('text')
  kind: NotificationKind;

  @Column('text')
  severity: Severity;

  @Column('text')
  title: string;

  @Column('text')
  detail: string;

  @Column('text', { name: 'subject_type' })
  subjectType: SubjectType;

  @Column('text', { name: 'subject_id' })
  subjectId: string;

  @Column('jsonb')
  affected: AffectedWork[];

  @Column('text', { name: 'action_url', nullable: true })
  actionUrl: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt: Date | null;
}

import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Capability } from '../integrations/index.js';

export const SYNC_KINDS = ['profile', 'videos'] as const;
/** The kind of data that a run fetches. */
export type SyncKind = (typeof SYNC_KINDS)[number];

/** The capability that a run needs. */
export const NEEDED_CAPABILITY: Record<SyncKind, Capability> = { profile: 'profile', videos: 'list_videos' };

export const SYNC_STATUSES = ['queued', 'running', 'succeeded', 'incomplete', 'failed'] as const;
/** `incomplete`: TikTok did not list everything. The listed videos are stored, and the next slot retries. */
export type SyncStatus = (typeof SYNC_STATUSES)[number];

export const SYNC_TRIGGERS = ['cron', 'manual'] as const;
export type SyncTrigger = (typeof SYNC_TRIGGERS)[number];

/** One execution of a sync for one integration and one kind of data. */
@Entity('sync_runs')
export class SyncRun {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'integration_id' })
  integrationId: string;

  @Column('text')
  kind: SyncKind;

  @Column('text')
  trigger: SyncTrigger;

  @Column('text')
  status: SyncStatus;

  /** TikTok's cursor of the next page, in UTC milliseconds. A killed run continues there. */
  @Column('text', { nullable: true })
  cursor: string | null;

  /** The number of items stored so far. */
  @Column('integer')
  items: number;

  /** The number of items whose data could not be stored. */
  @Column('integer')
  skipped: number;

  @Column('text', { name: 'fail_code', nullable: true })
  failCode: string | null;

  @Column('text', { name: 'fail_reason', nullable: true })
  failReason: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
}

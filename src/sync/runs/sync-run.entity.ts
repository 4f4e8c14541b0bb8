import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { SyncKind } from './sync-kinds.js';

export const SYNC_STATUSES = ['queued', 'running', 'succeeded', 'incomplete', 'failed', 'cancelled'] as const;
/** `incomplete`: TikTok did not list everything. The listed videos are stored, and the next run retries. */
export type SyncStatus = (typeof SYNC_STATUSES)[number];

export const SYNC_TRIGGERS = ['cron', 'manual', 'webhook'] as const;
export type SyncTrigger = (typeof SYNC_TRIGGERS)[number];

/** A part of a run that TikTok has refused, while the rest was stored. */
export interface SyncWarning {
  /** What is missing, e.g. `insights` or the id of an ad account. */
  part: string;
  code: string;
  message: string;
}

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

  /** The number of items that the run will store; null while unknown. */
  @Column('integer', { nullable: true })
  total: number | null;

  @Column('jsonb')
  warnings: SyncWarning[];

  /** TikTok's ids of the run's latest calls. */
  @Column('text', { name: 'request_ids', array: true })
  requestIds: string[];

  /** The planned time; null for a run that was not planned. */
  @Column('timestamptz', { nullable: true })
  slot: Date | null;

  @Column('text', { name: 'fail_code', nullable: true })
  failCode: string | null;

  @Column('text', { name: 'fail_reason', nullable: true })
  failReason: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  /** When its place last changed. */
  @Column('timestamptz', { name: 'progressed_at', nullable: true })
  progressedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  /** Attempts since the run's place last changed, the present one included; 0 right after a change. */
  @Column('integer')
  attempts: number;
}

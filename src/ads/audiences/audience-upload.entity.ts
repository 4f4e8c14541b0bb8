import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { IdentifierKind } from './pipeline/identifier-kind.js';
import type { QualityReport } from './pipeline/quality-report.js';
import type { HashedPart } from './staging/part-writer.js';

export const FILE_ACTIONS = ['append', 'replace', 'remove'] as const;
export type FileAction = (typeof FILE_ACTIONS)[number];

export const AUDIENCE_ACTIONS = [...FILE_ACTIONS, 'apply', 'lookalike', 'delete'] as const;
export type AudienceAction = (typeof AUDIENCE_ACTIONS)[number];

/**
 * `staged`: waits for its turn. `sending`: the call is on its way, or its process was killed. `unknown`: TikTok did not answer,
 * so the outcome is looked up. `matching`: TikTok has it, and matches users.
 */
export const UPLOAD_STATES = ['staged', 'sending', 'unknown', 'matching', 'done', 'failed'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

export const APPLY_MODES = ['include', 'exclude', 'disconnect'] as const;
export type ApplyMode = (typeof APPLY_MODES)[number];

/** A file of hashes, and its path once it is at TikTok. */
export interface UploadedPart extends HashedPart {
  readonly path?: string;
}

/** One operation on an audience: the intent before the call, and its outcome. Never holds an identifier. */
@Entity('ad_audience_uploads')
export class AudienceUpload {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'audience_id' })
  audienceId: string;

  @Column('text', { name: 'account_id' })
  accountId: string;

  @Column('text')
  action: AudienceAction;

  @Column('text')
  state: UploadState;

  /** Of `apply`: the ad groups, and why. */
  @Column('jsonb', { nullable: true })
  detail: { adGroupIds: string[]; mode: ApplyMode; reason?: string } | null;

  @Column('jsonb', { nullable: true })
  report: QualityReport | null;

  /** The columns of the staged files. */
  @Column('jsonb', { nullable: true })
  kinds: IdentifierKind[] | null;

  @Column('jsonb', { nullable: true })
  parts: UploadedPart[] | null;

  /** Rows that a segment has taken, as text. */
  @Column('bigint', { name: 'rows_sent', default: 0 })
  rowsSent: string;

  /** Counts towards TikTok's daily limit since then; null if it does not. */
  @Column('timestamptz', { name: 'counted_at', nullable: true })
  countedAt: Date | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('text', { name: 'fail_code', nullable: true })
  failCode: string | null;

  @Column('text', { name: 'fail_message', nullable: true })
  failMessage: string | null;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
}

import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { LookalikeSpec } from '../../tiktok/index.js';
import type { NormalisationPolicy } from './pipeline/identifier-kind.js';

/** `file` takes whole files, `segment` takes rows, `lookalike` is made by TikTok from another audience. */
export const AUDIENCE_KINDS = ['file', 'segment', 'lookalike'] as const;
export type AudienceKind = (typeof AUDIENCE_KINDS)[number];

/** Why the organisation may use its customers' identifiers. */
export interface Consent {
  readonly basis: string;
  readonly source: string;
  readonly collectedAt: string;
}

/** A custom audience of an ad account, with what TikTok last said about it. */
@Entity('ad_audiences')
export class Audience {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('text', { name: 'account_id' })
  accountId: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: AudienceKind;

  @Column('jsonb')
  policy: NormalisationPolicy;

  @Column('jsonb', { nullable: true })
  consent: Consent | null;

  @Column('integer', { name: 'retention_days', nullable: true })
  retentionDays: number | null;

  @Column('jsonb', { nullable: true })
  lookalike: LookalikeSpec | null;

  /** Null until TikTok has created it. */
  @Column('text', { name: 'tiktok_id', nullable: true })
  tiktokId: string | null;

  /** Matched users; a whole number as text. */
  @Column('bigint', { name: 'cover_number', nullable: true })
  coverNumber: string | null;

  @Column('boolean', { name: 'is_valid', nullable: true })
  isValid: boolean | null;

  @Column('boolean', { name: 'is_expiring', nullable: true })
  isExpiring: boolean | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  /** TikTok's own message. */
  @Column('text', { nullable: true })
  message: string | null;

  /** When TikTok said so. */
  @Column('timestamptz', { name: 'as_of', nullable: true })
  asOf: Date | null;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;
}

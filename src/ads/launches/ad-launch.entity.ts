import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { AdFamily } from '../../tiktok/index.js';
import type { LaunchBody } from '../spec/launch-body.dto.js';
import type { Money } from '../spec/money.js';
import type { LaunchStatus } from './launch-states.js';

/** How the kill switch stopped a launch. */
export interface KillSwitchStop {
  /** The user's. */
  reason: string;
  /** ISO 8601. */
  at: string;
}

/** A campaign with everything below it on its way to TikTok. */
@Entity('ad_launches')
export class AdLaunch {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('text', { name: 'account_id' })
  accountId: string;

  @Column('text', { name: 'idempotency_key', nullable: true })
  idempotencyKey: string | null;

  /** Recognises a key that comes with another body. */
  @Column('bytea', { name: 'body_hash' })
  bodyHash: Buffer;

  @Column('text')
  name: string;

  @Column('text')
  status: LaunchStatus;

  @Column('text')
  family: AdFamily;

  @Column('jsonb')
  body: LaunchBody;

  /** The most that one day may cost. */
  @Column('jsonb', { name: 'daily_spend' })
  dailySpend: Money;

  @Column('text', { name: 'requested_by' })
  requestedBy: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { name: 'approved_by', nullable: true })
  approvedBy: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt: Date | null;

  @Column('text', { name: 'fail_code', nullable: true })
  failCode: string | null;

  @Column('text', { name: 'fail_reason', nullable: true })
  failReason: string | null;

  /** Null: the kill switch did not stop it. What fails afterwards has its place in `failCode`. */
  @Column('jsonb', { name: 'kill_switch', nullable: true })
  killSwitch: KillSwitchStop | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
}

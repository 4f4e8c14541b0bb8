import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SyncKind } from '../runs/sync-kinds.js';

/** Why a kind is not synced, and what an admin does about it. */
export interface ScheduleProblem {
  code: string;
  message: string;
}

/** When the data of one kind of an integration is due, and what its runs have found so far. */
@Entity('sync_schedules')
export class SyncSchedule {
  @PrimaryColumn('uuid', { name: 'integration_id' })
  integrationId: string;

  @PrimaryColumn('text')
  kind: SyncKind;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  /** Null while nothing is planned: the integration is not active, or cannot do this kind. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  /** When a webhook has asked for a run; null once one that began later has ended. */
  @Column('timestamptz', { name: 'asked_at', nullable: true })
  askedAt: Date | null;

  @Column('jsonb', { nullable: true })
  problem: ScheduleProblem | null;

  /** Where the first complete listing continues after a failed run; null once there was one. */
  @Column('text', { nullable: true })
  cursor: string | null;

  /** When a run has last read everything that TikTok lists. */
  @Column('timestamptz', { name: 'listed_at', nullable: true })
  listedAt: Date | null;

  /** When a run that has looked for new videos had started. */
  @Column('timestamptz', { name: 'discovered_at', nullable: true })
  discoveredAt: Date | null;

  /** When TikTok last cut a complete listing short; null once one has ended. */
  @Column('timestamptz', { name: 'cut_at', nullable: true })
  cutAt: Date | null;

  /** Listings in a row that TikTok has cut short. */
  @Column('integer')
  cuts: number;

  @Column('timestamptz', { name: 'succeeded_at', nullable: true })
  succeededAt: Date | null;

  /** When the first of the present failures happened. */
  @Column('timestamptz', { name: 'failing_since', nullable: true })
  failingSince: Date | null;

  /** Failures since the last success. */
  @Column('integer')
  failures: number;
}

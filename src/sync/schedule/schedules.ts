import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import type { SyncKind } from '../runs/sync-kinds.js';
import { SyncSchedule, type ScheduleProblem } from './sync-schedule.entity.js';

/** What identifies a schedule. */
export interface ScheduleKey {
  integrationId: string;
  kind: SyncKind;
}

/** A kind of an integration, and why it cannot be synced. */
export interface PlannedKind {
  kind: SyncKind;
  problem: ScheduleProblem | undefined;
}

// What is planned already stays.
const PLAN = `
  INSERT INTO sync_schedules AS s (integration_id, kind, organisation_id, due_at, problem)
  SELECT $1, kind, $2, CASE WHEN problem IS NULL THEN $3::timestamptz END, problem
  FROM jsonb_to_recordset($4::jsonb) AS planned (kind text, problem jsonb) ORDER BY kind
  ON CONFLICT (integration_id, kind) DO UPDATE SET problem = excluded.problem,
    due_at = CASE WHEN excluded.problem IS NULL THEN coalesce(s.due_at, excluded.due_at) END`;

const SOONER = `
  UPDATE sync_schedules SET due_at = least(due_at, $3), asked_at = $3 WHERE integration_id = $1 AND kind = $2 AND due_at IS NOT NULL`;

const TURN = `
  INSERT INTO sync_turns AS t (organisation_id, turn_at) VALUES ($1, $2)
  ON CONFLICT (organisation_id) DO UPDATE SET turn_at = excluded.turn_at WHERE t.turn_at > excluded.turn_at`;

const FORGET =
  'DELETE FROM sync_schedules WHERE integration_id = $1 RETURNING organisation_id AS "organisationId"';
const LOCK_TURN = 'SELECT FROM sync_turns WHERE organisation_id = $1 FOR UPDATE';
const FORGET_TURN = `
  DELETE FROM sync_turns AS t WHERE organisation_id = $1
    AND NOT EXISTS (SELECT FROM sync_schedules s WHERE s.organisation_id = t.organisation_id)`;

/**
 * Reads and writes the schedules of the organisation. A transaction that writes a schedule and a run locks the schedule first:
 * the scheduler, which does the same, skips locked schedules and so never waits for that transaction.
 */
@Injectable()
export class Schedules {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  find({ integrationId, kind }: ScheduleKey): Promise<SyncSchedule | null> {
    return this.orgContext.transaction((em) =>
      em.getRepository(SyncSchedule).findOneBy({ integrationId, kind }),
    );
  }

  ofIntegrations(integrationIds: string[]): Promise<SyncSchedule[]> {
    return this.orgContext.transaction((em) =>
      em
        .getRepository(SyncSchedule)
        .createQueryBuilder('s')
        .where('s.integration_id = ANY(:integrationIds)', { integrationIds })
        .getMany(),
    );
  }

  /** Makes every kind due that has no problem and is not planned yet. Safe to repeat. */
  async plan(integrationId: string, kinds: readonly PlannedKind[]): Promise<void> {
    const now = this.clock.now();
    await this.orgContext.transaction(async (em) => {
      const { organisationId } = this.orgContext;
      await em.query(PLAN, [integrationId, organisationId, now, JSON.stringify(kinds)]);
      await this.turnBy(em, now);
    });
  }

  /** Makes a planned schedule due now, and again after a run that is under way. */
  async hasten({ integrationId, kind }: ScheduleKey): Promise<void> {
    const now = this.clock.now();
    await this.orgContext.transaction(async (em) => {
      await em.query(SOONER, [integrationId, kind, now]);
      await this.turnBy(em, now);
    });
  }

  lock(em: EntityManager, { integrationId, kind }: ScheduleKey): Promise<SyncSchedule | null> {
    const lock = { mode: 'pessimistic_write' as const };
    return em.getRepository(SyncSchedule).findOne({ where: { integrationId, kind }, lock });
  }

  /** Changes a schedule, and gives its organisation a turn by the time at which it is due. */
  async change(
    em: EntityManager,
    { integrationId, kind }: ScheduleKey,
    values: Partial<Omit<SyncSchedule, 'integrationId' | 'kind' | 'organisationId'>>,
  ): Promise<void> {
    if (Object.keys(values).length === 0) return;
    await em.getRepository(SyncSchedule).update({ integrationId, kind }, values);
    if (values.dueAt) await this.turnBy(em, values.dueAt);
  }

  /**
   * Deletes the schedules of an integration, and the turn of an organisation without any. The lock comes first, so that the
   * deletion sees what another transaction has planned in the meantime.
   */
  async forget(em: EntityManager, integrationId: string): Promise<void> {
    const [one] = await queryRows<{ organisationId: string }>(em, FORGET, [integrationId]);
    if (!one) return;
    await em.query(LOCK_TURN, [one.organisationId]);
    await em.query(FORGET_TURN, [one.organisationId]);
  }

  private async turnBy(em: EntityManager, at: Date): Promise<void> {
    await em.query(TURN, [this.orgContext.organisationId, at]);
  }
}

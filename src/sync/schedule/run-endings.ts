import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext } from '../../database/index.js';
import { SyncPolicies } from '../policy/sync-policies.js';
import type { SyncRun } from '../runs/sync-run.entity.js';
import {
  SyncRuns,
  type EndedRun,
  type StartedRun,
  type SyncCounts,
  type SyncReason,
} from '../runs/sync-runs.js';
import { afterRun, isStalled, type RunEnd } from './after-run.js';
import { intervalHours } from './kind-intervals.js';
import { Schedules } from './schedules.js';
import { StalledNotices } from './stalled-notices.js';
import type { SyncSchedule } from './sync-schedule.entity.js';

/** Ends runs: the run, its schedule and what admins must know change in one transaction. Throws RunOverError. */
@Injectable()
export class RunEndings {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly runs: SyncRuns,
    private readonly schedules: Schedules,
    private readonly policies: SyncPolicies,
    private readonly notices: StalledNotices,
    private readonly clock: Clock,
  ) {}

  async succeeded(run: StartedRun, counts: SyncCounts, nextDueAt: Date | null): Promise<void> {
    const end = { kind: 'stored', startedAt: run.startedAt, nextDueAt } as const;
    await this.end(run, { status: 'succeeded', ...counts }, end);
  }

  /** Ends a run whose list was cut short. The listed items are stored. */
  async incomplete(
    run: StartedRun,
    counts: SyncCounts,
    reason: SyncReason,
    nextDueAt: Date | null,
  ): Promise<void> {
    const end = { kind: 'stored', startedAt: run.startedAt, nextDueAt } as const;
    await this.end(run, { status: 'incomplete', ...counts, ...reason }, end);
  }

  async failed(run: SyncRun, requestIds: string[], reason: SyncReason): Promise<void> {
    await this.end(run, { status: 'failed', requestIds, ...reason }, { kind: 'failed' });
  }

  /** Ends a run that the account does not allow. The next one is planned when the integration changes. */
  async impossible(run: SyncRun, requestIds: string[], reason: SyncReason): Promise<void> {
    const problem = { code: reason.failCode, message: reason.failReason };
    await this.end(run, { status: 'cancelled', requestIds, ...reason }, { kind: 'impossible', problem });
  }

  /** Ends a run because a user wants so. */
  async cancelled(run: SyncRun): Promise<void> {
    await this.end(run, { status: 'cancelled' }, { kind: 'cancelled' });
  }

  private async end(run: SyncRun, values: EndedRun, end: RunEnd): Promise<void> {
    const cadence = {
      now: this.clock.now(),
      intervalHours: intervalHours(await this.policies.current(), run.kind),
      staleHours: this.config.sync.staleHours,
    };
    await this.orgContext.transaction(async (em) => {
      const before = await this.schedules.lock(em, run);
      await this.runs.end(em, run.id, values);
      if (!before) return;
      const changes = afterRun(before, end, cadence);
      await this.schedules.change(em, run, changes);
      if (end.kind === 'failed' && isStalled({ failingSince: null, ...changes }, cadence))
        await this.notices.report(
          em,
          { ...before, ...changes },
          { isWaiting: false, reason: values.failReason ?? '' },
        );
      if (before.failingSince) await this.resolveStalled(em, before, end);
    });
  }

  /** Figures are updated again only after a stored run. */
  private async resolveStalled(em: EntityManager, schedule: SyncSchedule, end: RunEnd): Promise<void> {
    if (end.kind === 'stored') await this.notices.updatedAgain(em, schedule);
    if (end.kind === 'impossible') await this.notices.notAllowed(em, schedule, end.problem.message);
  }
}

import { Injectable } from '@nestjs/common';
import { ConflictError, NextFlight, NotFoundError } from '../common/index.js';
import { IntegrationsService, type IntegrationRef } from '../integrations/index.js';
import { Jobs } from '../jobs/index.js';
import { plannedKinds } from './kind-abilities.js';
import { NEEDED_CAPABILITY, SYNC_KINDS, type SyncKind } from './runs/sync-kinds.js';
import { RunOverError } from './runs/run-over.error.js';
import type { SyncRun } from './runs/sync-run.entity.js';
import { SyncRuns, type RunKey } from './runs/sync-runs.js';
import { RunEndings } from './schedule/run-endings.js';
import { RunReader } from './schedule/run-reader.js';
import { Schedules } from './schedule/schedules.js';
import type { SyncSchedule } from './schedule/sync-schedule.entity.js';

type PlannedSchedule = Pick<SyncSchedule, 'integrationId' | 'kind' | 'problem'>;

/** Starts syncs on demand, and stops them. */
@Injectable()
export class SyncService {
  // A burst of webhooks of one account asks for the same run again and again.
  private readonly refreshes = new NextFlight();

  constructor(
    private readonly integrations: IntegrationsService,
    private readonly runs: SyncRuns,
    private readonly reader: RunReader,
    private readonly endings: RunEndings,
    private readonly schedules: Schedules,
    private readonly jobs: Jobs,
  ) {}

  /**
   * @param integrationId by default, all active ones
   * @returns the ids of new and running runs. `all` leaves out what an account does not allow
   * @throws NotFoundError; ConflictError when no account is connected, or no account can do any of the syncs
   */
  async trigger(syncType: 'all' | SyncKind, integrationId?: string): Promise<string[]> {
    const integrations = await this.targets(integrationId);
    const schedules = await this.planned(integrations);
    const kinds = syncType === 'all' ? SYNC_KINDS : [syncType];
    const wanted = integrations.flatMap(({ id }) => kinds.map((kind) => ({ integrationId: id, kind })));
    await this.assertAny(wanted);
    const runIds = await this.runs.begin(syncType === 'all' ? possible(wanted, schedules) : wanted);
    await Promise.all(runIds.map((id) => this.jobs.wake('sync', id)));
    return runIds;
  }

  /**
   * Reads an account's newest videos or messages soon, because a webhook has announced a change. During a run, the next one
   * follows at once. Does nothing if the account does not allow it. Runs inside the organisation.
   */
  refreshSoon(integrationId: string, kind: SyncKind = 'videos'): Promise<void> {
    const key = { integrationId, kind };
    return this.refreshes.ask(keyOf(key), () => this.refresh(key));
  }

  /**
   * Cancels a run. A running one stops before it stores the next part; what is stored stays.
   * @throws NotFoundError; ConflictError when it has ended in another way
   */
  async cancel(id: string): Promise<SyncRun> {
    const run = await this.reader.get(id);
    if (run.status === 'cancelled') return run;
    try {
      await this.endings.cancelled(run);
    } catch (error) {
      if (!(error instanceof RunOverError)) throw error;
    }
    const now = await this.reader.get(id);
    if (now.status === 'cancelled') return now;
    throw new ConflictError(
      'run_over',
      `The run is over (${now.status}). Only queued and running ones can be cancelled.`,
    );
  }

  private async refresh(key: RunKey): Promise<void> {
    if (!(await this.can(key.integrationId, key.kind))) return;
    const id = await this.runs.beginNew(key, 'webhook');
    if (id === undefined) return await this.schedules.hasten(key);
    await this.jobs.wake('sync', id);
  }

  /** Returns the schedules. Accounts that were connected a moment ago are planned, so that what they cannot do is known. */
  private async planned(integrations: readonly IntegrationRef[]): Promise<PlannedSchedule[]> {
    const schedules: PlannedSchedule[] = await this.schedules.ofIntegrations(
      integrations.map(({ id }) => id),
    );
    const known = new Set(schedules.map((one) => one.integrationId));
    for (const { id } of integrations) {
      if (known.has(id)) continue;
      const kinds = plannedKinds(await this.integrations.load(id));
      await this.schedules.plan(id, kinds);
      schedules.push(...kinds.map(({ kind, problem = null }) => ({ integrationId: id, kind, problem })));
    }
    return schedules;
  }

  private async can(integrationId: string, kind: SyncKind): Promise<boolean> {
    try {
      (await this.integrations.load(integrationId)).assertCan(NEEDED_CAPABILITY[kind]);
      return true;
    } catch (error) {
      if (error instanceof ConflictError || error instanceof NotFoundError) return false;
      throw error;
    }
  }

  private async targets(integrationId: string | undefined): Promise<IntegrationRef[]> {
    if (integrationId !== undefined) return [await this.integrations.resolve(integrationId)];
    const integrations = await this.integrations.active();
    if (integrations.length > 0) return integrations;
    throw new ConflictError(
      'no_integration',
      'No active TikTok account is connected. Connect an account, or reconnect an expired one.',
    );
  }

  /** @throws ConflictError with the reason of the first account, when no account can do any of the syncs */
  private async assertAny(wanted: readonly RunKey[]): Promise<void> {
    let reason: ConflictError | undefined;
    for (const { integrationId, kind } of wanted) {
      try {
        return (await this.integrations.load(integrationId)).assertCan(NEEDED_CAPABILITY[kind]);
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        reason ??= error;
      }
    }
    if (reason) throw reason;
  }
}

/** Leaves out what an account is known not to allow; all of it if that is everything, so that runs give the reason. */
function possible(wanted: readonly RunKey[], schedules: readonly PlannedSchedule[]): readonly RunKey[] {
  const refused = new Set(schedules.filter(({ problem }) => problem !== null).map(keyOf));
  const rest = wanted.filter((key) => !refused.has(keyOf(key)));
  return rest.length > 0 ? rest : wanted;
}

function keyOf({ integrationId, kind }: RunKey): string {
  return `${integrationId} ${kind}`;
}

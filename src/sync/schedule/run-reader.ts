import { Injectable } from '@nestjs/common';
import { isId, NotFoundError, type Page } from '../../common/index.js';
import type { RunsQuery } from '../runs/dto/runs.query.js';
import { toRunView, type SyncRunView } from '../runs/dto/sync-run.view.js';
import type { SyncRun } from '../runs/sync-run.entity.js';
import { SyncRuns } from '../runs/sync-runs.js';
import { Schedules } from './schedules.js';

/** Reads runs together with the time of the next one. */
@Injectable()
export class RunReader {
  constructor(
    private readonly runs: SyncRuns,
    private readonly schedules: Schedules,
  ) {}

  /** @throws NotFoundError */
  async get(id: string): Promise<SyncRun> {
    const run = isId(id) ? await this.runs.find(id) : null;
    if (!run) throw new NotFoundError('unknown_run', 'There is no such sync run in this organisation.');
    return run;
  }

  async list(query: RunsQuery): Promise<Page<SyncRunView>> {
    const { items, ...rest } = await this.runs.list(query, (row) => row);
    return { items: await this.views(items), ...rest };
  }

  async view(run: SyncRun): Promise<SyncRunView> {
    const schedule = await this.schedules.find(run);
    return toRunView(run, schedule?.dueAt ?? null);
  }

  async views(rows: readonly SyncRun[]): Promise<SyncRunView[]> {
    if (rows.length === 0) return [];
    const integrationIds = [...new Set(rows.map(({ integrationId }) => integrationId))];
    const schedules = await this.schedules.ofIntegrations(integrationIds);
    const dueAt = new Map(schedules.map((one) => [`${one.integrationId} ${one.kind}`, one.dueAt]));
    return rows.map((row) => toRunView(row, dueAt.get(`${row.integrationId} ${row.kind}`) ?? null));
  }
}

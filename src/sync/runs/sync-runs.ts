import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Clock, newId, type Page, type PageQuery } from '../../common/index.js';
import { OrgContext, OrgLists, queryRows, type ListOf } from '../../database/index.js';
import type { RecentError } from '../../integrations/index.js';
import { SyncRunView, toRunView } from './dto/sync-run.view.js';
import { RunOverError } from './run-over.error.js';
import type { SyncKind } from './sync-kinds.js';
import { SyncRun, type SyncStatus, type SyncTrigger } from './sync-run.entity.js';

/** The results of a run so far. */
export type SyncCounts = Pick<SyncRun, 'items' | 'skipped' | 'total' | 'warnings'>;

export type StartedRun = SyncRun & { startedAt: Date };

/** Why a run has not fetched everything. */
export type SyncReason = { failCode: string; failReason: string };

const RECENT_ERRORS = 3;
const NEWEST_FIRST: ListOf<SyncRun> = {
  entity: SyncRun,
  key: [{ column: 'id', part: 'id', read: (row) => row.id }],
  direction: 'DESC',
};

/** Reads and writes sync runs. */
@Injectable()
export class SyncRuns {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
    private readonly lists: OrgLists,
  ) {}

  /** Queues a run. @returns its id, or the id of the run that is already queued or running */
  async begin(integrationId: string, kind: SyncKind, trigger: SyncTrigger = 'manual'): Promise<string> {
    return await this.orgContext.transaction(
      async (em) => (await this.insert(em, integrationId, kind, trigger)) ?? openRun(em, integrationId, kind),
    );
  }

  async find(id: string): Promise<SyncRun | null> {
    return await this.orgContext.transaction((em) => em.getRepository(SyncRun).findOneBy({ id }));
  }

  /** Marks a run as running. A resumed run keeps its first start time. */
  async started(run: SyncRun): Promise<StartedRun> {
    const startedAt = run.startedAt ?? this.clock.now();
    await this.update(run.id, { status: 'running', startedAt });
    return { ...run, status: 'running', startedAt };
  }

  /**
   * Saves the progress of a run, in one transaction with the data that it has fetched.
   * @throws RunOverError when the run is no longer running; the data is not written then
   */
  async record(
    id: string,
    values: SyncCounts & { cursor: string | null },
    write?: (em: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.orgContext.transaction(async (em) => {
      const changed = await em.getRepository(SyncRun).update({ id, status: 'running' }, values);
      if (changed.affected === 0) throw new RunOverError(id);
      await write?.(em);
    });
  }

  async succeeded(id: string, counts: SyncCounts): Promise<void> {
    await this.update(id, { status: 'succeeded', ...counts, finishedAt: this.clock.now(), dueAt: null });
  }

  async failed(id: string, reason: SyncReason): Promise<void> {
    await this.update(id, { status: 'failed', ...reason, finishedAt: this.clock.now(), dueAt: null });
  }

  /** Ends a run whose list was cut short. The listed videos are stored. */
  async incomplete(id: string, counts: SyncCounts, reason: SyncReason): Promise<void> {
    const finishedAt = this.clock.now();
    await this.update(id, { status: 'incomplete', ...counts, ...reason, finishedAt, dueAt: null });
  }

  /** The latest failed and incomplete runs of an integration, newest first. */
  async recentErrors(integrationId: string): Promise<RecentError[]> {
    const rows = await this.orgContext.transaction((em) =>
      em.getRepository(SyncRun).find({
        where: { integrationId, status: In(['failed', 'incomplete']) },
        take: RECENT_ERRORS,
        order: { id: 'DESC' },
      }),
    );
    return rows.map(({ createdAt, finishedAt, failCode, failReason }) => ({
      at: (finishedAt ?? createdAt).toISOString(),
      what: 'sync',
      code: failCode ?? '',
      message: failReason ?? '',
    }));
  }

  /** Newest first. */
  list(query: PageQuery): Promise<Page<SyncRunView>> {
    return this.lists.page(NEWEST_FIRST, query, toRunView);
  }

  /** Allows one open run per integration and kind. The unique index decides between concurrent inserts. */
  private async insert(
    em: EntityManager,
    integrationId: string,
    kind: SyncKind,
    trigger: SyncTrigger,
  ): Promise<string | undefined> {
    const status: SyncStatus = 'queued';
    const [row] = await queryRows<{ id: string }>(
      em,
      `INSERT INTO sync_runs (id, organisation_id, integration_id, kind, trigger, status, due_at)
       VALUES ($1, $2, $3, $4, $6, $5, now())
       ON CONFLICT (integration_id, kind) WHERE status IN ('queued', 'running') DO NOTHING RETURNING id`,
      [newId(), this.orgContext.organisationId, integrationId, kind, status, trigger],
    );
    return row?.id;
  }

  private async update(id: string, values: Partial<SyncRun>): Promise<void> {
    await this.orgContext.transaction((em) => em.getRepository(SyncRun).update({ id }, values));
  }
}

async function openRun(em: EntityManager, integrationId: string, kind: SyncKind): Promise<string> {
  const run = await em
    .getRepository(SyncRun)
    .createQueryBuilder('r')
    .where('r.integration_id = :integrationId AND r.kind = :kind', { integrationId, kind })
    .orderBy('r.id', 'DESC')
    .limit(1)
    .getOneOrFail();
  return run.id;
}

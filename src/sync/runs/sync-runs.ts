import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Clock, newId, type Page } from '../../common/index.js';
import { OrgContext, OrgLists, queryRows, type Condition, type ListOf } from '../../database/index.js';
import type { RecentError } from '../../integrations/index.js';
import type { RunsQuery } from './dto/runs.query.js';
import { RunOverError } from './run-over.error.js';
import type { SyncKind } from './sync-kinds.js';
import { SyncRun, type SyncStatus, type SyncTrigger } from './sync-run.entity.js';

/** The results of a run so far. */
export type SyncCounts = Pick<SyncRun, 'items' | 'skipped' | 'total' | 'warnings' | 'requestIds'>;

export type StartedRun = SyncRun & { startedAt: Date };

/** Why a run has not fetched everything. */
export type SyncReason = { failCode: string; failReason: string };

/** The columns of a run that has ended. */
export type EndedRun = { status: Exclude<SyncStatus, (typeof OPEN)[number]> } & Partial<
  SyncReason & SyncCounts
>;

/** What a run is of. */
export interface RunKey {
  integrationId: string;
  kind: SyncKind;
}

/** A run that has not ended. */
const OPEN = ['queued', 'running'] as const;
const RECENT_ERRORS = 3;
// The runs of an organisation with many accounts come due in portions, so that those of others need not wait for all of them.
const AT_ONCE = 20;
const APART_SECONDS = 10;

// Kinds write their schedule together with the data of a run. Schedules are locked before runs, as wherever both are written:
// a cancellation or a purge would otherwise wait for this transaction while it waits for them.
const LOCK_SCHEDULE = `
  SELECT FROM sync_schedules WHERE (integration_id, kind) = (SELECT integration_id, kind FROM sync_runs WHERE id = $1)
  FOR UPDATE`;

const NEWEST_FIRST: ListOf<SyncRun> = {
  entity: SyncRun,
  key: [{ column: 'id', part: 'id', read: (row) => row.id }],
  direction: 'DESC',
};

// Only another place counts as progress: an attempt that stores the same page again and fails again must end at some time.
const ATTEMPTS = 'CASE WHEN cursor IS DISTINCT FROM :cursor THEN 0 ELSE attempts END';
const PROGRESSED_AT = 'CASE WHEN cursor IS DISTINCT FROM :cursor THEN :now ELSE progressed_at END';

/** Reads and writes sync runs. */
@Injectable()
export class SyncRuns {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
    private readonly lists: OrgLists,
  ) {}

  /** Queues runs. @returns their ids; where a run is already queued or running, its id */
  async begin(keys: readonly RunKey[], trigger: SyncTrigger = 'manual'): Promise<string[]> {
    return await this.orgContext.transaction(async (em) => {
      await this.insert(em, keys, trigger);
      return await latestRuns(em, keys);
    });
  }

  /** Queues a run, unless one is queued or running. @returns its id */
  async beginNew(key: RunKey, trigger: SyncTrigger): Promise<string | undefined> {
    const [id] = await this.orgContext.transaction((em) => this.insert(em, [key], trigger));
    return id;
  }

  async find(id: string): Promise<SyncRun | null> {
    return await this.orgContext.transaction((em) => em.getRepository(SyncRun).findOneBy({ id }));
  }

  /** Marks a run as running. A resumed run keeps its first start time. @throws RunOverError */
  async started(run: SyncRun): Promise<StartedRun> {
    const startedAt = run.startedAt ?? this.clock.now();
    await this.orgContext.transaction((em) => this.update(em, run.id, { status: 'running', startedAt }));
    return { ...run, status: 'running', startedAt };
  }

  /**
   * Saves the progress of a run, in one transaction with the data that it has fetched. At a new place, the attempts start again.
   * @throws RunOverError when the run is no longer running; the data is not written then
   */
  async record(
    id: string,
    values: SyncCounts & { cursor: string | null },
    write?: (em: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.orgContext.transaction(async (em) => {
      await em.query(LOCK_SCHEDULE, [id]);
      const changed = await em
        .createQueryBuilder()
        .update(SyncRun)
        .set({ ...values, attempts: () => ATTEMPTS, progressedAt: () => PROGRESSED_AT })
        .where({ id, status: 'running' })
        .setParameters({ cursor: values.cursor, now: this.clock.now() })
        .execute();
      if (changed.affected === 0) throw new RunOverError(id);
      await write?.(em);
    });
  }

  /** Ends a run. @throws RunOverError when it has ended in another way */
  async end(em: EntityManager, id: string, values: EndedRun): Promise<void> {
    await this.update(em, id, { ...values, finishedAt: this.clock.now(), dueAt: null });
  }

  /** Attempts since the run's place last changed. */
  async attemptsOf({ id, attempts }: Pick<SyncRun, 'id' | 'attempts'>): Promise<number> {
    return (await this.find(id))?.attempts ?? attempts;
  }

  /** Saves the ids of the calls of an attempt that will be repeated. */
  async saveRequestIds(id: string, requestIds: string[]): Promise<void> {
    await this.orgContext.transaction((em) => em.getRepository(SyncRun).update({ id }, { requestIds }));
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
  list<View>(query: RunsQuery, toView: (row: SyncRun) => View): Promise<Page<View>> {
    const conditions: Condition[] = [
      ...(query.integrationId === undefined ? [] : [['integration_id = ?', query.integrationId] as const]),
      ...(query.syncType === undefined ? [] : [['kind = ?', query.syncType] as const]),
      ...(query.status === undefined ? [] : [['status = ?', query.status] as const]),
    ];
    return this.lists.page(NEWEST_FIRST, query, toView, conditions);
  }

  /** The newest runs, and those with these ids. */
  async newest(count: number, ids: readonly string[]): Promise<SyncRun[]> {
    return await this.orgContext.transaction(async (em) => {
      const repository = em.getRepository(SyncRun);
      const rows = await repository.find({ order: { id: 'DESC' }, take: count });
      const found = new Set(rows.map(({ id }) => id));
      const others = ids.filter((id) => !found.has(id));
      return others.length === 0 ? rows : [...rows, ...(await repository.findBy({ id: In(others) }))];
    });
  }

  /**
   * Allows one open run per integration and kind. The unique index decides between concurrent inserts, which all go in one
   * order, so that they never wait for each other in a circle.
   */
  private async insert(em: EntityManager, keys: readonly RunKey[], trigger: SyncTrigger): Promise<string[]> {
    const sorted = keys.toSorted(
      (one, other) => compare(one.integrationId, other.integrationId) || compare(one.kind, other.kind),
    );
    const rows = await queryRows<{ id: string }>(
      em,
      `INSERT INTO sync_runs (id, organisation_id, integration_id, kind, trigger, status, due_at)
       SELECT id, $1, integration_id, kind, $5, 'queued', now() + make_interval(secs => (place - 1) / ${AT_ONCE} * ${APART_SECONDS})
       FROM unnest($2::uuid[], $3::uuid[], $4::text[]) WITH ORDINALITY AS new (id, integration_id, kind, place)
       ON CONFLICT (integration_id, kind) WHERE status IN ('queued', 'running') DO NOTHING RETURNING id`,
      [this.orgContext.organisationId, sorted.map(() => newId()), ...columnsOf(sorted), trigger],
    );
    return rows.map((row) => row.id);
  }

  /** Changes an open run. */
  private async update(em: EntityManager, id: string, values: Partial<SyncRun>): Promise<void> {
    const changed = await em.getRepository(SyncRun).update({ id, status: In([...OPEN]) }, values);
    if (changed.affected === 0) throw new RunOverError(id);
  }
}

/** The latest run of each key, in the order of the keys. */
async function latestRuns(em: EntityManager, keys: readonly RunKey[]): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(
    em,
    `SELECT r.id FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS k (integration_id, kind, place)
     CROSS JOIN LATERAL (
       SELECT id FROM sync_runs WHERE integration_id = k.integration_id AND kind = k.kind
       ORDER BY status IN ('queued', 'running') DESC, id DESC LIMIT 1
     ) AS r ORDER BY k.place`,
    columnsOf(keys),
  );
  return rows.map((row) => row.id);
}

function columnsOf(keys: readonly RunKey[]): [integrationIds: string[], kinds: string[]] {
  return [keys.map(({ integrationId }) => integrationId), keys.map(({ kind }) => kind)];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

import { Injectable } from '@nestjs/common';
import { Clock, decodeCursor, toPage, type Page } from '../../common/index.js';
import { bindings, OrgContext, OrgReader } from '../../database/index.js';
import type { LatestRunView, ScheduleView } from './dto/schedule.view.js';
import type { SchedulesQuery } from './dto/schedules.query.js';
import { schedulesOf } from './schedule-list.sql.js';

type Row = Omit<ScheduleView, 'latestRun'> & Omit<LatestRunView, 'id'> & { runId: string | null };

/** Lists what is planned for each account and kind. */
@Injectable()
export class ScheduleReader {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: OrgReader,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInputError when the cursor does not belong to this list */
  async list({ limit, cursor, ...filters }: SchedulesQuery): Promise<Page<ScheduleView>> {
    const after = decodeCursor(cursor, ['id', 'word']);
    const { organisationId } = this.orgContext;
    const { values, bind } = bindings();
    const now = this.clock.now();
    const sql = schedulesOf({ ...filters, organisationId, after, limit: limit + 1, now }, bind);
    const rows = await this.reader.select<Row>(sql, values);
    return toPage(rows, limit, ({ integrationId, syncType }) => [integrationId, syncType], toView);
  }
}

function toView(row: Row): ScheduleView {
  const { integrationId, syncType, state, nextDueAt, succeededAt, failingSince, failures, problem } = row;
  const { runId, status, createdAt, finishedAt, failCode, failReason } = row;
  return {
    integrationId,
    syncType,
    state,
    nextDueAt,
    succeededAt,
    failingSince,
    failures,
    problem,
    latestRun: runId === null ? null : { id: runId, status, createdAt, finishedAt, failCode, failReason },
  };
}

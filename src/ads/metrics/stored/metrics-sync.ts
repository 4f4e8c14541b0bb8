import { Injectable } from '@nestjs/common';
import {
  Clock,
  decodeCursor,
  encodeCursor,
  InvalidInputError,
  TooManyRequestsError,
} from '../../../common/index.js';
import { OrgContext } from '../../../database/index.js';
import { AdAccountAccess, type AdAccountRef } from '../../../integrations/index.js';
import { MAX_REPORT_ROWS } from '../../../tiktok/index.js';
import type { MetricsSyncDto } from '../dto/metrics-sync.dto.js';
import type { MetricsSyncAnswer } from '../dto/metrics-sync.view.js';
import { LiveReport, type LivePage } from '../live-report.js';
import { RowReader } from '../metric-row.js';
import { toQuestion } from '../question.js';
import type { Place } from '../report-cursor.js';
import { planCalls, type MetricsQuestion } from '../report-plan.js';
import { deleteUnreported, upsertMetrics } from './ad-metric-upsert.js';
import { STORED_METRICS } from './stored-metric-names.js';

/** A run answers after this time, and the next request goes on. */
const RUN_MS = 15_000;

/** How far a run has come. */
interface Progress {
  place: Place;
  startedAt: Date;
  /** True if TikTok has left out ads. */
  isCut: boolean;
}

/** Reads daily figures from TikTok and stores them. A schedule may call it in the same way as a user. */
@Injectable()
export class MetricsSync {
  constructor(
    private readonly accounts: AdAccountAccess,
    private readonly live: LiveReport,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** Runs inside the organisation. What it has stored stays, also if it fails later. */
  async run({ accountId, level, from, to, cursor }: MetricsSyncDto): Promise<MetricsSyncAnswer> {
    const question = toQuestion({
      accountId,
      level,
      from,
      to,
      step: 'day',
      breakdown: 'none',
      source: 'live',
      metrics: [...STORED_METRICS],
      limit: MAX_REPORT_ROWS,
    });
    const account = await this.accounts.find(accountId);
    const start = decodeProgress(cursor, planCalls(question).length) ?? {
      place: { call: 0, page: 1, pageSize: MAX_REPORT_ROWS },
      startedAt: this.clock.now(),
      isCut: false,
    };
    const { rows, rest, isCut } = await this.readOn(account, question, start);
    const answer = { accountId, level, from, to, rows, startedAt: start.startedAt };
    if (rest) return { ...answer, deleted: 0, complete: false, nextCursor: encodeProgress(rest) };
    const deleted = isCut ? 0 : await this.deleteUnreported({ ...question, startedAt: start.startedAt });
    return { ...answer, deleted, complete: true };
  }

  /** Reads and stores pages until the end, or until the time is over. */
  private async readOn(
    account: AdAccountRef,
    question: MetricsQuestion,
    { place, startedAt, isCut }: Progress,
  ): Promise<{ rows: number; isCut: boolean; rest?: Progress }> {
    const reader = new RowReader(question, account.timeZone);
    const deadline = performance.now() + RUN_MS;
    let rows = 0;
    for (let next: Place | undefined = place; next;) {
      const found: LivePage | undefined = await this.pageUnlessLimited(account, question, next, rows > 0);
      if (!found) return { rows, isCut, rest: { place: next, startedAt, isCut } };
      rows += await this.store(account, question, reader, found);
      isCut ||= found.isCut;
      next = found.next;
      if (next && performance.now() >= deadline)
        return { rows, isCut, rest: { place: next, startedAt, isCut } };
    }
    return { rows, isCut };
  }

  /** @returns undefined if TikTok's limits end a run that has stored something */
  private async pageUnlessLimited(
    account: AdAccountRef,
    question: MetricsQuestion,
    place: Place,
    hasStored: boolean,
  ): Promise<LivePage | undefined> {
    try {
      return await this.live.page(account, question, place, 'background');
    } catch (error) {
      if (hasStored && error instanceof TooManyRequestsError) return undefined;
      throw error;
    }
  }

  private async store(
    account: AdAccountRef,
    { level }: MetricsQuestion,
    reader: RowReader,
    { rows, asOf }: LivePage,
  ): Promise<number> {
    const read = { rows: rows.map((row) => reader.read(row, asOf)), asOf };
    const { organisationId } = this.orgContext;
    return await this.orgContext.transaction((em) => upsertMetrics(em, organisationId, account, level, read));
  }

  private async deleteUnreported(range: MetricsQuestion & { startedAt: Date }): Promise<number> {
    const { organisationId } = this.orgContext;
    return await this.orgContext.transaction((em) => deleteUnreported(em, organisationId, range));
  }
}

function encodeProgress({ place, startedAt, isCut }: Progress): string {
  return encodeCursor([String(place.call), String(place.page), startedAt.toISOString(), isCut ? '1' : '0']);
}

function decodeProgress(cursor: string | undefined, calls: number): Progress | undefined {
  const key = decodeCursor(cursor, ['digits', 'digits', 'time', 'digits']);
  if (!key) return undefined;
  const [call = 0, page = 0] = key.map(Number);
  if (call >= calls || page < 1 || !Number.isSafeInteger(page))
    throw new InvalidInputError('The cursor does not belong to this run. Start without a cursor.', [
      { field: 'cursor', message: 'must be the nextCursor of the same run' },
    ]);
  const place = { call, page, pageSize: MAX_REPORT_ROWS };
  return { place, startedAt: new Date(key[2] ?? 0), isCut: key[3] === '1' };
}

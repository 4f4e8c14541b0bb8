import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, decodeCursor, encodeCursor, InvalidInputError } from '../../../common/index.js';
import { OrgContext } from '../../../database/index.js';
import type { AdAccountRef } from '../../../integrations/index.js';
import { MAX_REPORT_ROWS } from '../../../tiktok/index.js';
import { withShortWaits } from '../../objects/short-waits.js';
import type { Span } from '../../reports/days.js';
import type { Level } from '../../reports/levels.js';
import { LiveReport } from '../live-report.js';
import { RowReader } from '../metric-row.js';
import { toQuestion } from '../question.js';
import { MetricReadings } from '../readings/metric-readings.js';
import type { Place } from '../report-cursor.js';
import { planCalls, type MetricsQuestion } from '../report-plan.js';
import { deleteUnreported, storableRows, upsertMetrics } from './ad-metric-upsert.js';
import { STORED_METRICS } from './stored-metric-names.js';

/** Days of one level of an account. */
export interface MetricsRange extends Span {
  accountId: string;
  level: Level;
}

/** How far the reading of a range has come. */
export interface RangeReading {
  question: MetricsQuestion;
  place: Place;
  startedAt: Date;
  /** True if TikTok has left out ads. */
  isCut: boolean;
}

/** A page that was read and is to be stored. */
export interface PageToKeep {
  rows: number;
  /** Where the reading continues; undefined after the last page. */
  cursor: string | undefined;
}

/** Stores a page. `write` runs in one transaction with what the caller keeps of it. */
export type KeepPage = (page: PageToKeep, write: (em: EntityManager) => Promise<void>) => Promise<void>;

export interface KeptPage {
  rows: number;
  deleted: number;
  /** Absent after the last page. */
  next?: RangeReading;
}

/** Reads the daily figures of a range from TikTok and stores them, page by page. */
@Injectable()
export class RangeReader {
  constructor(
    private readonly live: LiveReport,
    private readonly readings: MetricReadings,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** @param cursor continues a reading @throws InvalidInputError for a range that is too long, or a cursor of another one */
  begin({ accountId, level, from, to }: MetricsRange, cursor?: string): RangeReading {
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
    const start = { place: placeOf(0, 1), startedAt: this.clock.now(), isCut: false };
    return { question, ...(decodeReading(cursor, planCalls(question).length) ?? start) };
  }

  /**
   * Reads one page. With the last one, the days count as read, and rows that TikTok no longer reports are deleted, unless it
   * has left out ads.
   * @throws TikTokError
   */
  async step(
    account: AdAccountRef,
    reading: RangeReading,
    keep: KeepPage = this.ownTransaction,
  ): Promise<KeptPage> {
    const { question, place, startedAt } = reading;
    const found = await withShortWaits(() => this.live.read(account, question, place, 'background'));
    const isCut = reading.isCut || found.isCut;
    const next = found.next && { ...reading, place: found.next, isCut };
    const reader = new RowReader(question, account.timeZone);
    const rows = storableRows(found.rows.map((row) => reader.read(row, found.asOf)));
    let deleted = 0;
    await keep({ rows: rows.length, cursor: next && encodeReading(next) }, async (em) => {
      const { organisationId } = this.orgContext;
      const { level, accountId, from, to } = question;
      await upsertMetrics(em, organisationId, account, level, { rows, asOf: found.asOf });
      if (next) return;
      const range = { accountId, level, from, to, startedAt };
      if (!isCut) deleted = await deleteUnreported(em, organisationId, range);
      await this.readings.keep(em, account, range, isCut);
    });
    return { rows: rows.length, deleted, ...(next && { next }) };
  }

  private readonly ownTransaction: KeepPage = (_, write) => this.orgContext.transaction(write);
}

export function encodeReading({ place, startedAt, isCut }: RangeReading): string {
  return encodeCursor([String(place.call), String(place.page), startedAt.toISOString(), isCut ? '1' : '0']);
}

function decodeReading(
  cursor: string | undefined,
  calls: number,
): Omit<RangeReading, 'question'> | undefined {
  const key = decodeCursor(cursor, ['digits', 'digits', 'time', 'digits']);
  if (!key) return undefined;
  const [call = 0, page = 0] = key.map(Number);
  if (call >= calls || page < 1 || !Number.isSafeInteger(page))
    throw new InvalidInputError('The cursor does not belong to this run. Start without a cursor.', [
      { field: 'cursor', message: 'must be the nextCursor of the same run' },
    ]);
  return { place: placeOf(call, page), startedAt: new Date(key[2] ?? 0), isCut: key[3] === '1' };
}

function placeOf(call: number, page: number): Place {
  return { call, page, pageSize: MAX_REPORT_ROWS };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { callerOf, type AdAccountRef } from '../../integrations/index.js';
import {
  MAX_REPORT_ROWS,
  ReportApi,
  retryAfterSeconds,
  toHttpError,
  type Priority,
  type ReportRow,
} from '../../tiktok/index.js';
import type { Place } from './report-cursor.js';
import { planCalls, type MetricsQuestion } from './report-plan.js';

/** The longest that a stream waits for TikTok's limits before its next page. */
const LONGEST_WAIT_SECONDS = 60;

/** A page of TikTok's rows. */
export interface LivePage {
  rows: ReportRow[];
  /** When TikTok was asked. */
  asOf: Date;
  isCut: boolean;
  /** Absent at the end of the report. */
  next?: Place;
}

/** Reads a report from TikTok, page by page over all calls of its plan. */
@Injectable()
export class LiveReport {
  constructor(
    private readonly reports: ReportApi,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError, also for what TikTok refuses */
  async page(
    account: AdAccountRef,
    question: MetricsQuestion,
    place: Place,
    priority: Priority = 'interactive',
  ): Promise<LivePage> {
    try {
      return await this.read(account, question, place, priority);
    } catch (error) {
      throw toHttpError(error);
    }
  }

  /**
   * Reads the whole report in the largest pages, one at a time. The caller waits for the first page; the others yield to calls
   * that users wait for.
   */
  async *pages(account: AdAccountRef, question: MetricsQuestion): AsyncGenerator<LivePage, void> {
    const first = { call: 0, page: 1, pageSize: MAX_REPORT_ROWS };
    let found = await this.page(account, question, first);
    yield found;
    while (found.next) {
      found = await this.patiently(account, question, found.next);
      yield found;
    }
  }

  private async patiently(account: AdAccountRef, question: MetricsQuestion, place: Place): Promise<LivePage> {
    for (;;) {
      try {
        return await this.read(account, question, place, 'background');
      } catch (error) {
        const seconds = retryAfterSeconds(error);
        if (seconds === undefined || seconds > LONGEST_WAIT_SECONDS) throw toHttpError(error);
        await sleep(seconds * 1000);
      }
    }
  }

  /** @throws TikTokError */
  async read(
    account: AdAccountRef,
    question: MetricsQuestion,
    { call, page, pageSize }: Place,
    priority: Priority,
  ): Promise<LivePage> {
    const calls = planCalls(question);
    const planned = calls[call];
    const asOf = this.clock.now();
    if (!planned) return { rows: [], asOf, isCut: false };
    const query = { ...planned, page, pageSize };
    const { rows, isLast, isCut } = await this.reports.integrated(callerOf(account, priority), query);
    if (!isLast) return { rows, asOf, isCut, next: { call, page: page + 1, pageSize } };
    if (call + 1 >= calls.length) return { rows, asOf, isCut };
    return { rows, asOf, isCut, next: { call: call + 1, page: 1, pageSize } };
  }
}

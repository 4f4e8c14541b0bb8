import { Injectable } from '@nestjs/common';
import { AdAccountAccess, type AdAccountRef } from '../../integrations/index.js';
import { csvStream, type CsvDownload } from './csv-stream.js';
import type { MetricsQuery } from './dto/metrics.query.js';
import type { MetricsPage, MetricsWarning } from './dto/metrics.view.js';
import { LiveReport, type LivePage } from './live-report.js';
import { RowReader } from './metric-row.js';
import { toQuestion } from './question.js';
import { decodePlace, encodePlace, type Place } from './report-cursor.js';
import { planCalls, type MetricsQuestion } from './report-plan.js';
import { StoredMetrics } from './stored/stored-metrics.js';

/** The calls that one page may need before it finds a row, e.g. for days without delivery. */
const MOST_CALLS = 8;

/** Answers questions about figures, from TikTok or from what is stored. */
@Injectable()
export class MetricsService {
  constructor(
    private readonly accounts: AdAccountAccess,
    private readonly live: LiveReport,
    private readonly stored: StoredMetrics,
  ) {}

  /** @throws DomainError for an account of others, a combination that TikTok refuses, or a failed call */
  async page(query: MetricsQuery): Promise<MetricsPage> {
    const question = toQuestion(query);
    if (query.source === 'stored') this.stored.check(question);
    const account = await this.accounts.find(query.accountId);
    if (query.source === 'stored') return await this.stored.page(account, question, query);
    return await this.livePage(account, question, query);
  }

  /** Streams all rows as CSV, and holds one page at a time. Fails before the first byte if the first page fails. */
  async csv(query: MetricsQuery): Promise<CsvDownload<MetricsPage>> {
    const question = toQuestion(query);
    if (query.source === 'stored') this.stored.check(question);
    const account = await this.accounts.find(query.accountId);
    const pages =
      query.source === 'stored' ? this.stored.pages(account, question) : this.livePages(account, question);
    return await csvStream(question.metrics, pages);
  }

  private async livePage(
    account: AdAccountRef,
    question: MetricsQuestion,
    { cursor, limit }: MetricsQuery,
  ): Promise<MetricsPage> {
    const start = decodePlace(cursor, question, planCalls(question).length);
    let place: Place = start ?? { call: 0, page: 1, pageSize: limit };
    let found = await this.live.page(account, question, place);
    for (let calls = 1; calls < MOST_CALLS && found.rows.length === 0 && found.next; calls += 1) {
      place = found.next;
      found = await this.live.page(account, question, place);
    }
    return toPage(account, question, found);
  }

  private async *livePages(account: AdAccountRef, question: MetricsQuestion): AsyncGenerator<MetricsPage> {
    for await (const page of this.live.pages(account, question)) yield toPage(account, question, page);
  }
}

function toPage(account: AdAccountRef, question: MetricsQuestion, found: LivePage): MetricsPage {
  const { accountId, level, step, breakdown } = question;
  const { currency, timeZone } = account;
  const reader = new RowReader(question, timeZone);
  return {
    accountId,
    level,
    step,
    breakdown,
    source: 'live' as const,
    currency,
    timeZone,
    asOf: found.asOf,
    items: found.rows.map((row) => reader.read(row, found.asOf)),
    warnings: found.isCut ? [CUT] : [],
    ...(found.next && { nextCursor: encodePlace(found.next, question) }),
  };
}

const CUT: MetricsWarning = {
  code: 'report_cut',
  message:
    'This account has more than 20,000 ads. TikTok shows figures of the newest 20,000 only. Name campaignIds or ids to see the others.',
};

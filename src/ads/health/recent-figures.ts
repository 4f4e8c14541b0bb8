import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import { MAX_REPORT_ROWS } from '../../tiktok/index.js';
import type { MetricRow } from '../metrics/dto/metrics.view.js';
import { LiveReport } from '../metrics/live-report.js';
import { RowReader } from '../metrics/metric-row.js';
import { toQuestion } from '../metrics/question.js';
import type { Place } from '../metrics/report-cursor.js';
import { dayIn, dayText } from '../reports/days.js';
import { toMicros } from '../spec/money.js';

/** The days of which the mean spend is taken. */
export const SPEND_DAYS = 7;

type Asked = { level: 'account' | 'ad'; metric: 'spend' | 'impressions'; from: string; to: string };

/** Reads the figures of the last days from TikTok. */
@Injectable()
export class RecentFigures {
  constructor(
    private readonly live: LiveReport,
    private readonly clock: Clock,
  ) {}

  /** @returns what the account spent in the last whole days, in millionths; undefined if that is unknown */
  async spend(account: AdAccountRef): Promise<bigint | undefined> {
    const [from, to] = [this.day(account, SPEND_DAYS), this.day(account, 1)];
    const rows = await this.read(account, { level: 'account', metric: 'spend', from, to });
    if (!rows) return undefined;
    const amounts = rows.map(({ metrics }) => toMicros(metrics.spend ?? ''));
    return amounts.every((one) => one !== undefined)
      ? amounts.reduce((all, one) => all + one, 0n)
      : undefined;
  }

  /** @returns the ads that were shown yesterday or today, in days of the account; undefined if TikTok left some out */
  async shownAds(account: AdAccountRef): Promise<Set<string> | undefined> {
    const [from, to] = [this.day(account, 1), this.day(account, 0)];
    const rows = await this.read(account, { level: 'ad', metric: 'impressions', from, to });
    // A number that TikTok hides is not zero.
    return (
      rows && new Set(rows.flatMap(({ objectId, metrics }) => (isZero(metrics) ? [] : (objectId ?? []))))
    );
  }

  private async read(
    account: AdAccountRef,
    { level, metric, from, to }: Asked,
  ): Promise<MetricRow[] | undefined> {
    const { accountId, timeZone } = account;
    const base = { accountId, step: 'total' as const, breakdown: 'none' as const, source: 'live' as const };
    const question = toQuestion({ ...base, level, from, to, metrics: [metric], limit: MAX_REPORT_ROWS });
    const reader = new RowReader(question, timeZone);
    const rows: MetricRow[] = [];
    let next: Place | undefined = { call: 0, page: 1, pageSize: MAX_REPORT_ROWS };
    while (next) {
      const page = await this.live.page(account, question, next, 'background');
      if (page.isCut) return undefined;
      rows.push(...page.rows.map((row) => reader.read(row, page.asOf)));
      next = page.next;
    }
    return rows;
  }

  private day({ timeZone }: AdAccountRef, daysAgo: number): string {
    const at = this.clock.inSeconds(-daysAgo * 86_400);
    return dayIn(timeZone, at) ?? dayText(at.getTime());
  }
}

function isZero({ impressions }: MetricRow['metrics']): boolean {
  return impressions !== null && impressions !== undefined && Number(impressions) === 0;
}

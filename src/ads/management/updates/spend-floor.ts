import { Injectable, Logger } from '@nestjs/common';
import { Clock, InvalidInputError, messageOf } from '../../../common/index.js';
import { callerOf, type AdAccountRef } from '../../../integrations/index.js';
import { ReportApi, type AdLevel, type ReportQuery } from '../../../tiktok/index.js';
import type { AdObject } from '../../objects/ad-object.entity.js';
import { budgetChangeComplaints } from '../../rules/budget-change.js';
import { fromMicros, toMicros } from '../../spec/money.js';
import { dayIn, spansBetween } from './spend-days.js';

type Wire = Pick<ReportQuery, 'dataLevel'> & { dimension: string; filter: string; status: string };

const WIRE: Record<Exclude<AdLevel, 'ad'>, Wire> = {
  campaign: {
    dataLevel: 'AUCTION_CAMPAIGN',
    dimension: 'campaign_id',
    filter: 'campaign_ids',
    status: 'campaign_status',
  },
  ad_group: {
    dataLevel: 'AUCTION_ADGROUP',
    dimension: 'adgroup_id',
    filter: 'adgroup_ids',
    status: 'adgroup_status',
  },
};

/** Refuses a lower budget that TikTok would refuse because more is spent, with the smallest one that passes. */
@Injectable()
export class SpendFloor {
  private readonly logger = new Logger(SpendFloor.name);

  constructor(
    private readonly reports: ReportApi,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInputError with the smallest amount. If TikTok does not report the spend, its own answer decides */
  async assertAbove(account: AdAccountRef, object: AdObject, amount: string): Promise<void> {
    const isLifetime = object.budgetMode === 'BUDGET_MODE_TOTAL';
    if (!isLower(amount, object.budget)) return;
    const [complaint] = budgetChangeComplaints({
      field: 'budget',
      budget: { mode: isLifetime ? 'lifetime' : 'daily', amount },
      spentSoFar: await this.spent(account, object, isLifetime),
      currency: account.currency,
    });
    if (!complaint) return;
    const { field, rule, message, suggestion } = complaint;
    const limit = { ...(typeof suggestion === 'string' && { limit: suggestion }) };
    throw new InvalidInputError(
      `${field}: ${message}`,
      [{ field, rule, message, value: amount, ...limit }],
      rule,
    );
  }

  /** Reads what a daily budget has spent today, and a lifetime budget ever. @returns null if it is unknown */
  private async spent(
    account: AdAccountRef,
    { level, id, createdAt }: AdObject,
    isLifetime: boolean,
  ): Promise<string | null> {
    const now = this.clock.now();
    const today = dayIn(account.timeZone, now);
    if (level === 'ad' || today === undefined) return null;
    const first = isLifetime ? (dayIn(account.timeZone, createdAt ?? now) ?? today) : today;
    try {
      let micros = 0n;
      for (const span of spansBetween(first, today))
        micros += await this.spentIn(account, WIRE[level], id, span);
      return fromMicros(micros, account.currency ?? '');
    } catch (error) {
      this.logger.warn(`the spend of ${level} ${id} could not be read: ${messageOf(error)}`);
      return null;
    }
  }

  private async spentIn(
    account: AdAccountRef,
    { dataLevel, dimension, filter, status }: Wire,
    id: string,
    span: { from: string; to: string },
  ): Promise<bigint> {
    const { rows } = await this.reports.integrated(callerOf(account, 'interactive'), {
      reportType: 'BASIC',
      dataLevel,
      dimensions: [dimension],
      metrics: ['spend'],
      ...span,
      filters: [
        { field: status, values: ['STATUS_ALL'] },
        { field: filter, values: [id] },
      ],
      page: 1,
      pageSize: 10,
    });
    const amounts = rows.map(({ metrics }) => toMicros(String(metrics?.spend ?? '')) ?? 0n);
    return amounts.reduce((sum, amount) => sum + amount, 0n);
  }
}

/** TikTok's rule is about cuts. An unknown budget may be one. */
function isLower(amount: string, before: string | null): boolean {
  const [after, now] = [toMicros(amount), before === null ? undefined : toMicros(before)];
  return after !== undefined && (now === undefined || after < now);
}

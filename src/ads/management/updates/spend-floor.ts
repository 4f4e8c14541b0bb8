import { Injectable, Logger } from '@nestjs/common';
import { Clock, InvalidInputError, messageOf } from '../../../common/index.js';
import { callerOf, type AdAccountRef } from '../../../integrations/index.js';
import { ReportApi, type AdLevel } from '../../../tiktok/index.js';
import type { AdObject } from '../../objects/ad-object.entity.js';
import { dayIn, splitDays, type Span } from '../../reports/days.js';
import { DAYS_PER_CALL, WIRE_LEVELS } from '../../reports/levels.js';
import { budgetChangeComplaints } from '../../rules/budget-change.js';
import { fromMicros, toMicros } from '../../spec/money.js';

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
      for (const span of splitDays({ from: first, to: today }, DAYS_PER_CALL.total))
        micros += await this.spentIn(account, level, id, span);
      return fromMicros(micros, account.currency ?? '');
    } catch (error) {
      this.logger.warn(`the spend of ${level} ${id} could not be read: ${messageOf(error)}`);
      return null;
    }
  }

  private async spentIn(account: AdAccountRef, level: AdLevel, id: string, span: Span): Promise<bigint> {
    const { dataLevel, idDimension, idFilter, statusFilter } = WIRE_LEVELS[level];
    const { rows } = await this.reports.integrated(callerOf(account, 'interactive'), {
      reportType: 'BASIC',
      dataLevel,
      dimensions: [idDimension],
      metrics: ['spend'],
      ...span,
      filters: [
        { field: statusFilter, values: ['STATUS_ALL'] },
        { field: idFilter, values: [id] },
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

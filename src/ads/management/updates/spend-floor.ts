import { Injectable, Logger } from '@nestjs/common';
import { Clock, InvalidInputError, messageOf } from '../../../common/index.js';
import { callerOf, type AdAccountRef } from '../../../integrations/index.js';
import { ReportApi, type AdLevel } from '../../../tiktok/index.js';
import type { Unchecked } from '../../facts/fact-reader.js';
import { metricValue } from '../../metrics/metric-row.js';
import type { AdObject } from '../../objects/ad-object.entity.js';
import { dayIn, splitDays, type Span } from '../../reports/days.js';
import { DAYS_PER_CALL, WIRE_LEVELS } from '../../reports/levels.js';
import { budgetChangeComplaints } from '../../rules/budget-change.js';
import { fromMicros, toMicros } from '../../spec/money.js';

const UNKNOWN =
  'TikTok did not report how much is spent already, so it cannot be checked that the budget is at least 105 % of it. TikTok ' +
  'decides when it takes the change.';

/** Refuses a lower budget that TikTok would refuse because more is spent, with the smallest one that passes. */
@Injectable()
export class SpendFloor {
  private readonly logger = new Logger(SpendFloor.name);

  constructor(
    private readonly reports: ReportApi,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the budget if TikTok does not report the spend, so that its own answer decides
   * @throws InvalidInputError with the smallest amount
   */
  async assertAbove(account: AdAccountRef, object: AdObject, amount: string): Promise<Unchecked[]> {
    const isLifetime = object.budgetMode === 'BUDGET_MODE_TOTAL';
    if (!isLower(amount, object.budget)) return [];
    const spentSoFar = await this.spent(account, object, isLifetime);
    if (spentSoFar === null) return [{ field: 'budget.amount', reason: UNKNOWN }];
    const [complaint] = budgetChangeComplaints({
      field: 'budget',
      budget: { mode: isLifetime ? 'lifetime' : 'daily', amount },
      spentSoFar,
      currency: account.currency,
    });
    if (!complaint) return [];
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
      const parts: (bigint | null)[] = [];
      for (const span of splitDays({ from: first, to: today }, DAYS_PER_CALL.total))
        parts.push(...(await this.spentIn(account, level, id, span)));
      const micros = sumOfKnown(parts);
      return micros === null ? null : fromMicros(micros, account.currency ?? '');
    } catch (error) {
      this.logger.warn(`the spend of ${level} ${id} could not be read: ${messageOf(error)}`);
      return null;
    }
  }

  /** @returns an amount for each row; null: TikTok hides it. TikTok sends no row where nothing was spent */
  private async spentIn(
    account: AdAccountRef,
    level: AdLevel,
    id: string,
    span: Span,
  ): Promise<(bigint | null)[]> {
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
    return rows.map(({ metrics }) => toMicros(metricValue('spend', metrics?.spend) ?? '') ?? null);
  }
}

/** A sum without a part that is not known would be too low. */
function sumOfKnown(parts: readonly (bigint | null)[]): bigint | null {
  let sum = 0n;
  for (const part of parts) {
    if (part === null) return null;
    sum += part;
  }
  return sum;
}

/** TikTok's rule is about cuts. An unknown budget may be one. */
function isLower(amount: string, before: string | null): boolean {
  const [after, now] = [toMicros(amount), before === null ? undefined : toMicros(before)];
  return after !== undefined && (now === undefined || after < now);
}

import { Injectable } from '@nestjs/common';
import { InvalidInputError } from '../../common/index.js';
import { AdAccountAccess } from '../../integrations/index.js';
import { daysIn, type Span } from '../reports/days.js';
import { LEVELS } from '../reports/levels.js';
import type { ReconciliationQuery } from './dto/reconciliation.query.js';
import type { ReconciledLevel, ReconciledSums, ReconciliationView } from './dto/reconciliation.view.js';
import { MetricReadings, type StoredReading } from './readings/metric-readings.js';
import { RESIDUAL_MESSAGES } from './readings/residual-messages.js';

const LONGEST_DAYS = 92;

/** Shows how the stored figures of an account agree across levels. */
@Injectable()
export class ReconciliationService {
  constructor(
    private readonly accounts: AdAccountAccess,
    private readonly readings: MetricReadings,
  ) {}

  /** @throws ForbiddenError for an account that is not connected */
  async compare({ accountId, from, to }: ReconciliationQuery): Promise<ReconciliationView> {
    checkSpan({ from, to });
    const { currency, timeZone } = await this.accounts.find(accountId);
    const found = await this.readings.list(accountId, { from, to });
    const items = found.toSorted(byDayAndLevel).map(toItem);
    return { accountId, currency, timeZone, from, to, items };
  }
}

function checkSpan(span: Span): void {
  const days = daysIn(span);
  if (days >= 1 && days <= LONGEST_DAYS) return;
  const error =
    days < 1
      ? { field: 'to', rule: 'range_order', message: 'must not be before from', value: span.to }
      : {
          field: 'to',
          rule: 'range_length',
          message: `the range is at most ${LONGEST_DAYS} days; it has ${days}. Ask for a shorter range`,
          value: days,
          limit: LONGEST_DAYS,
        };
  throw new InvalidInputError(`to: ${error.message}`, [error]);
}

function byDayAndLevel(one: StoredReading, other: StoredReading): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  return LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level);
}

function toItem({ day, level, readAt, totals, residual }: StoredReading): ReconciledLevel {
  const causes = residual?.causes.map((code) => ({ code, message: RESIDUAL_MESSAGES[code] }));
  return {
    day,
    level,
    readAt,
    rows: totals.rows,
    totals: sums(totals),
    residual: residual && { ...sums(residual), causes: causes ?? [] },
  };
}

function sums({ spend, impressions, clicks }: ReconciledSums): ReconciledSums {
  return { spend, impressions, clicks };
}

import { InvalidInputError, type FieldError } from '../../common/index.js';
import { incompatibilities } from './compatibility.js';
import { daysIn } from '../reports/days.js';
import { DEFAULT_METRICS, type MetricsQuery } from './dto/metrics.query.js';
import { DAYS_PER_CALL, type Step } from '../reports/levels.js';
import type { MetricsQuestion } from './report-plan.js';

/** The longest range. Days and hours are split into calls; a total is one call, because totals of parts cannot be added. */
const LONGEST_DAYS: Readonly<Record<Step, number>> = { total: DAYS_PER_CALL.total, day: 1_830, hour: 92 };

/** Completes and checks a query. @throws InvalidInputError with everything that TikTok would refuse */
export function toQuestion(query: MetricsQuery): MetricsQuestion {
  const { accountId, level, from, to, breakdown, step, ids = [], campaignIds = [] } = query;
  const metrics = [...new Set(query.metrics ?? DEFAULT_METRICS)];
  const question = { accountId, level, ids, campaignIds, from, to, metrics, breakdown, step };
  const errors = [...rangeErrors(question), ...filterErrors(question), ...incompatibilities(question)];
  if (errors.length > 0)
    throw new InvalidInputError(
      errors.map(({ field, message }) => `${field}: ${message}`).join('; '),
      errors,
      'metrics_incompatible',
    );
  return question;
}

function rangeErrors({ from, to, step }: MetricsQuestion): FieldError[] {
  const days = daysIn({ from, to });
  if (days < 1) return [{ field: 'to', rule: 'range_order', message: 'must not be before from', value: to }];
  const limit = LONGEST_DAYS[step];
  if (days <= limit) return [];
  const message = `with step ${step}, the range is at most ${limit} days; it has ${days}. Ask for a shorter range`;
  return [{ field: 'to', rule: 'range_length', message, value: days, limit }];
}

function filterErrors({ level, ids, campaignIds }: MetricsQuestion): FieldError[] {
  const errors: FieldError[] = [];
  if (level === 'account' && ids.length > 0)
    errors.push({ field: 'ids', rule: 'ids_level', message: 'level account has no ids; leave them out' });
  if ((level === 'account' || level === 'campaign') && campaignIds.length > 0)
    errors.push({
      field: 'campaignIds',
      rule: 'ids_level',
      message: `level ${level} cannot be limited to campaigns by campaignIds; use level campaign with ids`,
    });
  return errors;
}

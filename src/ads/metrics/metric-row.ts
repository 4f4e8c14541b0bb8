import type { ReportRow } from '../../tiktok/index.js';
import { type MetricsQuestion } from './report-plan.js';
import { WIRE_LEVELS } from '../reports/levels.js';
import { FinalityRule } from './finality.js';
import type { MetricRow } from './dto/metrics.view.js';
import { breakdownOf } from './tables/breakdowns.js';
import { knownMetric } from './tables/known-metric.js';

/** What TikTok writes where a metric does not apply. */
const NOT_APPLICABLE = '-';
const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** Turns TikTok's rows into ours. */
export class RowReader {
  private readonly finality: FinalityRule;

  constructor(
    private readonly question: MetricsQuestion,
    timeZone: string | null,
  ) {
    this.finality = new FinalityRule(question.metrics, question.breakdown, timeZone);
  }

  read({ dimensions = {}, metrics = {} }: ReportRow, asOf: Date): MetricRow {
    const { level, accountId, step, breakdown, to, metrics: wanted } = this.question;
    const time = text(dimensions[step === 'hour' ? 'stat_time_hour' : 'stat_time_day']);
    const day = step === 'total' ? null : (time?.slice(0, 10) ?? null);
    const { dimension } = breakdownOf(breakdown);
    const id = text(dimensions[WIRE_LEVELS[level].idDimension]);
    return {
      objectId: id ?? (level === 'account' ? accountId : null),
      day,
      hour: step === 'hour' && time !== null ? Number(time.slice(11, 13)) : null,
      segment: dimension === null ? null : text(dimensions[dimension]),
      metrics: Object.fromEntries(wanted.map((name) => [name, metricValue(name, metrics[name])])),
      ...this.finality.of(day ?? to, asOf),
    };
  }
}

/** Returns a decimal, or the text of an attribute. What TikTok does not know is null, never zero. */
export function metricValue(name: string, value: unknown): string | null {
  const found = text(value);
  if (found === null || found === NOT_APPLICABLE) return null;
  if (knownMetric(name)?.kind === 'attribute') return found;
  // A text such as `<5` hides a small number.
  return DECIMAL.test(found) ? found : null;
}

function text(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

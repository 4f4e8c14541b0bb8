import type { FieldError } from '../../common/index.js';
import { isWider, type Level, LEVELS, type Step } from '../reports/levels.js';
import { breakdownOf, type BreakdownName } from './tables/breakdowns.js';
import { knownMetric, similarMetrics } from './tables/known-metric.js';

/** What a caller wants to see beside each other. */
export interface Combination {
  level: Level;
  step: Step;
  breakdown: BreakdownName;
  metrics: readonly string[];
}

/** Returns every reason why TikTok would refuse the combination, each with what would pass. */
export function incompatibilities(wanted: Combination): FieldError[] {
  return [...stepErrors(wanted), ...wanted.metrics.flatMap((metric) => metricErrors(metric, wanted))];
}

function stepErrors({ step, breakdown }: Combination): FieldError[] {
  const { steps } = breakdownOf(breakdown);
  if (steps.includes(step)) return [];
  const message = `${step} does not go with breakdown ${breakdown}; use step ${steps.join(' or ')}, or breakdown none`;
  return [{ field: 'step', rule: 'step_breakdown', message, value: step }];
}

function metricErrors(metric: string, { level, breakdown }: Combination): FieldError[] {
  const known = knownMetric(metric);
  if (!known) return [unknown(metric)];
  if (known.level && isWider(level, known.level)) return [tooWide(metric, level, known.level)];
  const { metrics } = breakdownOf(breakdown);
  if (known.kind === 'attribute' || metrics === null || metrics.has(metric)) return [];
  return [
    {
      field: 'metrics',
      rule: 'metric_breakdown',
      message: `TikTok has no ${metric} by ${breakdown}; leave it out or use breakdown ${alternatives(metric)}`,
      value: metric,
    },
  ];
}

/** Names the breakdowns that the metric goes with. */
function alternatives(metric: string): string {
  return breakdownOf('country').metrics?.has(metric) ? 'none or country' : 'none';
}

function tooWide(metric: string, level: Level, narrowest: Level): FieldError {
  const levels = LEVELS.filter((name) => !isWider(name, narrowest));
  const message = `${metric} does not exist at level ${level}; leave it out or use level ${levels.join(' or ')}`;
  return { field: 'metrics', rule: 'metric_level', message, value: metric };
}

function unknown(metric: string): FieldError {
  const similar = similarMetrics(metric);
  const hint = similar.length > 0 ? `; did you mean ${similar.join(', ')}?` : '; leave it out';
  return {
    field: 'metrics',
    rule: 'metric_unknown',
    message: `${metric} is not a metric of TikTok's that this service knows${hint} /report/integrated/get/ can be called directly`,
    value: metric,
  };
}

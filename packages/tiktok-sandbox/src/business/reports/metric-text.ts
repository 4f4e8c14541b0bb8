import type { BusinessSettings } from '../business-settings.js';
import type { Figures } from './figure-names.js';
import type { Metric, MetricKind } from './metric.js';

/** What stands where a metric or attribute does not apply. */
export const NOT_APPLICABLE = '-';

type Write = (value: number) => string;

const decimals =
  (digits: number): Write =>
  (value) =>
    value.toFixed(digits);

/** The official samples of December 2025 have two decimals throughout. */
const CURRENT: Record<MetricKind, Write> = {
  count: String,
  price: decimals(2),
  cost: decimals(2),
  resultCost: decimals(2),
  ratio: decimals(2),
};

/** Answers recorded in 2023: prices are rounded to two decimals and shown with three, costs per result have four. */
const OF_2023: Record<MetricKind, Write> = {
  ...CURRENT,
  price: (value) => `${value.toFixed(2)}0`,
  cost: decimals(3),
  resultCost: decimals(4),
};

const STYLES: Record<BusinessSettings['reportDecimals'], Record<MetricKind, Write>> = {
  two: CURRENT,
  '2023': OF_2023,
};

/**
 * A metric as its text on the wire: all are strings.
 * @param isBare with several advertisers, numbers come without padding: `100`, not `100.00`
 */
export function metricText(
  metric: Metric,
  figures: Figures,
  style: BusinessSettings['reportDecimals'],
  isBare: boolean,
): string {
  const value = metric.read(figures);
  if (value === null) return NOT_APPLICABLE;
  const text = STYLES[style][metric.kind](value);
  return isBare ? String(Number(text)) : text;
}

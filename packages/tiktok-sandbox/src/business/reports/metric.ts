import type { Figures, SummedName } from './figure-names.js';

/** How a metric is written; see `metric-text.ts`. */
export type MetricKind = 'count' | 'price' | 'cost' | 'resultCost' | 'ratio';

/** A metric of a report: how it is written, and what it is. Null where it does not apply. */
export interface Metric {
  readonly kind: MetricKind;
  readonly read: (figures: Figures) => number | null;
}

const divided = (top: number, bottom: number, factor = 1): number =>
  bottom === 0 ? 0 : (top / bottom) * factor;

export const count = (name: SummedName): Metric => ({ kind: 'count', read: (figures) => figures[name] });

export const sum = (...names: SummedName[]): Metric => ({
  kind: 'count',
  read: (figures) => names.reduce((total, name) => total + figures[name], 0),
});

/** An amount of money. */
export const money = (name: SummedName): Metric => ({ kind: 'price', read: (figures) => figures[name] });

/** Percent, as a number without the sign. */
export const percent = (top: SummedName, bottom: SummedName): Metric => ({
  kind: 'ratio',
  read: (figures) => divided(figures[top], figures[bottom], 100),
});

export const ratio = (top: SummedName, bottom: SummedName): Metric => ({
  kind: 'ratio',
  read: (figures) => divided(figures[top], figures[bottom]),
});

export const costPer = (name: SummedName, kind: MetricKind = 'cost', factor = 1): Metric => ({
  kind,
  read: (figures) => divided(figures.spend, figures[name], factor),
});

/** The same person sees an ad more than once, and the longer it runs the more often. */
function reached({ impressions, days }: Figures): number {
  if (impressions === 0) return 0;
  return Math.max(1, Math.round(impressions / (1.12 + 0.12 * Math.log2(Math.max(1, days)))));
}

export const reach: Metric = { kind: 'count', read: reached };

/** A figure per person reached. */
export const perReached = (name: SummedName, kind: MetricKind, factor = 1): Metric => ({
  kind,
  read: (figures) => divided(figures[name], reached(figures), factor),
});

/** Nothing in the sandbox has such a figure: there are none. */
export const zero = (kind: MetricKind): Metric => ({ kind, read: () => 0 });

/** Applies to no campaign of the sandbox. */
export const never: Metric = { kind: 'count', read: () => null };

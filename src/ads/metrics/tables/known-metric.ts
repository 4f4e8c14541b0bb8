import type { Level } from '../../reports/levels.js';
import { isEventMetric } from './event-metrics.js';
import { ATTRIBUTES, GROUPS, type Group } from './metric-groups.js';

/**
 * When a metric stops changing. `delivery`: with TikTok's nightly correction; `slow`: 16 h after the day; `attributed`: with the
 * longest attribution window. An `attribute` describes the object and is no figure.
 */
export type MetricKind = 'delivery' | 'slow' | 'attributed' | 'attribute';

export interface KnownMetric {
  kind: MetricKind;
  /** The widest level that has it; every level for figures. */
  level?: Level;
}

const KINDS: Readonly<Record<Group, MetricKind>> = {
  core: 'delivery',
  funding: 'slow',
  gross: 'delivery',
  reach: 'slow',
  conversion: 'attributed',
  realTimeConversion: 'delivery',
  // A result may be a conversion, depending on the goal.
  result: 'attributed',
  realTimeResult: 'delivery',
  secondaryResult: 'attributed',
  video: 'delivery',
  focusedView: 'delivery',
  social: 'delivery',
  engagement: 'delivery',
  landingPage: 'attributed',
};

const KNOWN = new Map<string, KnownMetric>([
  ...Object.entries(GROUPS).flatMap(([group, names]) =>
    names.map((name): [string, KnownMetric] => [name, { kind: KINDS[group as Group] }]),
  ),
  ...Object.entries(ATTRIBUTES).flatMap(([level, names]) =>
    names.map((name): [string, KnownMetric] => [name, { kind: 'attribute', level: level as Level }]),
  ),
]);

/** @returns undefined for a name that TikTok does not document */
export function knownMetric(name: string): KnownMetric | undefined {
  const known = KNOWN.get(name);
  if (known || !isEventMetric(name)) return known;
  // Real-time metrics count on the day of the conversion, so that no later day changes them.
  return { kind: name.startsWith('real_time_') ? 'delivery' : 'attributed' };
}

/** Suggests names for one that is unknown. */
export function similarMetrics(name: string): string[] {
  const parts = new Set(name.toLowerCase().split('_'));
  return [...KNOWN.keys()]
    .map((known) => ({ known, shared: known.split('_').filter((part) => isLike(part, parts)).length }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared || a.known.length - b.known.length)
    .slice(0, 3)
    .map(({ known }) => known);
}

/** Also finds `impression` for `impressions`. */
function isLike(part: string, parts: ReadonlySet<string>): boolean {
  return [...parts].some(
    (other) => other === part || (other.length > 3 && (part.startsWith(other) || other.startsWith(part))),
  );
}

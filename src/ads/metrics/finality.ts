import { endOfDay } from '../reports/days.js';
import { breakdownOf, type BreakdownName } from './tables/breakdowns.js';
import { knownMetric, type MetricKind } from './tables/known-metric.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** TikTok corrects the day before at this hour, UTC. Corrections §2d. */
const CORRECTION_HOUR = 12;
/** Figures may arrive this late, so a correction right after the end of the day may lack some. */
const LATE_MS = 2 * HOUR_MS;
const SLOW_MS = 16 * HOUR_MS;
/** The longest attribution window: conversions count on the day of the click. Corrections §2d. */
const ATTRIBUTION_MS = 28 * DAY_MS;

/** How certain the figures of a row are. */
export interface Finality {
  final: boolean;
  /** When all its figures are final. */
  finalAt: Date;
  /** The metrics that may still change. */
  provisional: string[];
}

/** Judges rows by the last day that they include, and by when TikTok was asked. */
export class FinalityRule {
  private readonly kinds: ReadonlyMap<string, MetricKind>;
  private readonly ends = new Map<string, Record<MetricKind, Date>>();

  constructor(
    metrics: readonly string[],
    breakdown: BreakdownName,
    private readonly timeZone: string | null,
  ) {
    const { isSlow } = breakdownOf(breakdown);
    const kindOf = (name: string): MetricKind => {
      const kind = knownMetric(name)?.kind ?? 'attributed';
      return isSlow && kind === 'delivery' ? 'slow' : kind;
    };
    this.kinds = new Map(metrics.map((name) => [name, kindOf(name)]));
  }

  /** @param lastDay as YYYY-MM-DD in the account's time zone */
  of(lastDay: string, asOf: Date): Finality {
    const ends = this.endsOf(lastDay);
    const figures = [...this.kinds].filter(([, kind]) => kind !== 'attribute');
    const all = figures.map(([name, kind]) => ({ name, at: ends[kind] }));
    const provisional = all.filter(({ at }) => at > asOf).map(({ name }) => name);
    const finalAt = all.reduce((latest, { at }) => (at > latest ? at : latest), ends.attribute);
    return { final: finalAt <= asOf, finalAt, provisional };
  }

  private endsOf(lastDay: string): Record<MetricKind, Date> {
    const known = this.ends.get(lastDay) ?? finalTimes(lastDay, this.timeZone);
    this.ends.set(lastDay, known);
    return known;
  }
}

/** When the figures of a day become final, by kind of metric. */
export function finalTimes(day: string, timeZone: string | null): Record<MetricKind, Date> {
  const end = endOfDay(day, timeZone).getTime();
  const corrected = correctionAfter(end + LATE_MS);
  const slow = Math.max(corrected, end + SLOW_MS);
  return {
    attribute: new Date(end),
    delivery: new Date(corrected),
    slow: new Date(slow),
    attributed: new Date(Math.max(slow, end + ATTRIBUTION_MS)),
  };
}

/** @returns when TikTok corrects figures, at that time or next after it */
export function nextCorrection(time: number): Date {
  return new Date(correctionAfter(time));
}

function correctionAfter(time: number): number {
  const midnight = Math.floor(time / DAY_MS) * DAY_MS;
  const today = midnight + CORRECTION_HOUR * HOUR_MS;
  return today >= time ? today : today + DAY_MS;
}

import { DEFECTS, type Defect, type IdentifierKind } from './identifier-kind.js';
import type { DistinctCounter } from './distinct-counter.js';

/** TikTok makes no use of an audience with fewer matched users. */
export const LEAST_MATCHED = 1000;
const LINES_SHOWN = 100;

/** How often something was found, and where at first. Never holds a value. */
export interface DefectCount {
  readonly reason: Defect;
  readonly count: number;
  /** The first line numbers, at most 100. */
  readonly lines: readonly number[];
}

export interface ColumnReport {
  readonly kind: IdentifierKind;
  /** From 1; null in NDJSON, whose values have names. */
  readonly position: number | null;
  readonly alreadyHashed: boolean;
  readonly valid: number;
  readonly invalid: number;
}

export interface QualityReport {
  readonly format: 'csv' | 'ndjson';
  readonly delimiter: ',' | ';' | 'tab' | null;
  readonly hasHeader: boolean;
  readonly columns: readonly ColumnReport[];
  /** Rows read, without header and blank lines. */
  readonly rows: number;
  /** Rows with at least one identifier, which are sent. */
  readonly usableRows: number;
  readonly defects: readonly DefectCount[];
  /** Usable rows whose first identifier was there before. */
  readonly duplicates: number;
  /** True if `duplicates` and `distinct` are estimated from a sample; they are within 1 % of `usableRows`. */
  readonly isEstimate: boolean;
  readonly distinct: number;
  readonly forecast: Forecast;
}

export interface Forecast {
  readonly minimum: number;
  readonly verdict: 'too_small' | 'depends_on_matching';
  /** The share of the identifiers that TikTok must match to reach the minimum; null if all would not be enough. */
  readonly neededMatchRate: number | null;
}

/** Counts defects and remembers the first lines of each. */
export class DefectLog {
  private readonly counts = new Map<Defect, number>();
  private readonly lines = new Map<Defect, number[]>();

  add(reason: Defect, line: number): void {
    this.counts.set(reason, (this.counts.get(reason) ?? 0) + 1);
    const lines = this.lines.get(reason);
    if (!lines) this.lines.set(reason, [line]);
    else if (lines.length < LINES_SHOWN && lines.at(-1) !== line) lines.push(line);
  }

  report(): DefectCount[] {
    return DEFECTS.filter((reason) => this.counts.has(reason)).map((reason) => ({
      reason,
      count: this.counts.get(reason) ?? 0,
      lines: this.lines.get(reason) ?? [],
    }));
  }
}

export function duplicatesOf(usableRows: number, counter: DistinctCounter) {
  const distinct = Math.min(counter.count, usableRows);
  return { distinct, duplicates: usableRows - distinct, isEstimate: counter.isEstimate };
}

export function forecast(distinct: number): Forecast {
  if (distinct < LEAST_MATCHED)
    return { minimum: LEAST_MATCHED, verdict: 'too_small', neededMatchRate: null };
  const neededMatchRate = Math.ceil((LEAST_MATCHED / distinct) * 10_000) / 10_000;
  return { minimum: LEAST_MATCHED, verdict: 'depends_on_matching', neededMatchRate };
}

import { countsOf, type Counts } from '../counters.js';
import type { Bucket } from '../range/step.js';

/** What the readings of one step changed. A null step: what was known before the range. */
export interface StepChange {
  /** Null: all accounts together. */
  integrationId: string | null;
  step: Date | null;
  videos: number;
  accounts: number;
  change: Counts;
  delta: Counts;
}

export interface SummaryPoint extends Bucket {
  total: Counts | null;
  delta: Counts | null;
  videosRead: number;
}

export interface Summary {
  overall: (SummaryPoint & { accountsRead: number })[];
  accounts: { integrationId: string; points: SummaryPoint[] }[];
}

const NOTHING: Counts = countsOf(() => null);

/** Adds up changes to totals, for each account and overall. A step without a reading is a gap. */
export function toSummary(steps: readonly Bucket[], changes: readonly StepChange[]): Summary {
  const all = grouped(changes, ({ step }) => step?.getTime());
  const accounts = [...grouped(changes, ({ integrationId }) => integrationId)];
  const overall = pointsOf(steps, changes).map((point) => {
    const read = all.get(point.from.getTime()) ?? [];
    return Object.assign(point, { accountsRead: sumOf(read, ({ accounts: count }) => count) });
  });
  return {
    overall,
    accounts: accounts.flatMap(([integrationId, own]) =>
      integrationId === null ? [] : [{ integrationId, points: pointsOf(steps, own) }],
    ),
  };
}

function pointsOf(steps: readonly Bucket[], changes: readonly StepChange[]): SummaryPoint[] {
  const byStep = grouped(changes, ({ step }) => step?.getTime());
  let total = added((byStep.get(undefined) ?? []).map(({ change }) => change));
  return steps.map(({ from, to }) => {
    const read = byStep.get(from.getTime());
    if (!read) return { from, to, total: null, delta: null, videosRead: 0 };
    total = added([total, ...read.map(({ change }) => change)]);
    const delta = added(read.map((one) => one.delta));
    return { from, to, total, delta, videosRead: sumOf(read, ({ videos }) => videos) };
  });
}

/** Adds counts. The sum is null only if none of them is known. */
function added(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, one) =>
      countsOf((counter) => (sum[counter] === null ? one[counter] : sum[counter] + (one[counter] ?? 0))),
    NOTHING,
  );
}

function grouped<T, Key>(all: readonly T[], keyOf: (one: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function sumOf<T>(all: readonly T[], read: (one: T) => number): number {
  return all.reduce((sum, one) => sum + read(one), 0);
}

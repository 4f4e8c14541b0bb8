export const COUNTERS = ['views', 'likes', 'comments', 'shares'] as const;
export type Counter = (typeof COUNTERS)[number];

/** Counters of one reading. Null: TikTok did not send it. */
export type Counts = Record<Counter, number | null>;

/** node-postgres returns a bigint as text. Counters stay far below 2^53. */
export function toCount(value: string | number | null): number | null {
  return value === null ? null : Number(value);
}

/** Builds counts by reading each counter. */
export function countsOf(read: (counter: Counter) => number | null): Counts {
  return { views: read('views'), likes: read('likes'), comments: read('comments'), shares: read('shares') };
}

/**
 * Returns what each counter gained between two readings: negative if it fell, null if one of them lacks it.
 */
export function gainedBetween(before: Counts, after: Counts): Counts {
  return countsOf((counter) => difference(before[counter], after[counter]));
}

function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}

/** Takes over counters that a reading lacks from the one before. */
export function carried(before: Counts | undefined, after: Counts): Counts {
  return countsOf((counter) => after[counter] ?? before?.[counter] ?? null);
}

import { appendFileSync } from 'node:fs';
import type { SeededRandom } from './seeded-random.js';

/** The run's report prints these lines. */
const NOTES = 'test-results/short-forms.txt';

/** `npm run test:soak`: every spec at full length. */
export const IS_SOAK = process.env.TEST_SOAK === 'true';

/** How much of a long spec runs. */
export interface Length {
  /** What is counted, e.g. `publish-once: kill points`. */
  what: string;
  /** Under `npm run test:soak`. */
  full: number;
  /** Under `npm test`. */
  short: number;
}

/** @returns the count for this run, and says in its report when it is the short one */
export function lengthOf({ what, full, short }: Length): number {
  if (IS_SOAK) return full;
  note(`${short} of ${full} ${what}`);
  return short;
}

/** @returns all, or in the short form as many as are asked for: chosen at random and in their order */
export function sampleOf<T>(
  all: readonly T[],
  { what, short }: Omit<Length, 'full'>,
  random: SeededRandom,
): T[] {
  if (IS_SOAK) return [...all];
  note(`${short} of ${all.length} ${what} (TEST_SEED=${random.seed})`);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(short, all.length)) chosen.add(random.integer(0, all.length - 1));
  return all.filter((_, index) => chosen.has(index));
}

function note(line: string): void {
  appendFileSync(NOTES, `${line}\n`);
}

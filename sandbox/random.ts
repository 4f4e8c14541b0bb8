import { createHash } from 'node:crypto';

/** Answers numbers in [0, 1). */
export type Random = () => number;

/**
 * A random source that gives the same numbers for the same name (mulberry32 over the name's hash).
 * Everything seeded takes its own name, so adding one consumer does not shift another's numbers.
 */
export function seededRandom(name: string): Random {
  let state = createHash('sha256').update(name).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

export function pick<T>(random: Random, items: readonly [T, ...T[]]): T {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

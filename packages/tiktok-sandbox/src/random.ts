import { createHash } from 'node:crypto';

/** Returns numbers in [0, 1). */
export type Random = () => number;

/**
 * A random source that gives the same numbers for the same name (mulberry32 over the name's hash).
 * Every consumer uses its own name, so that a new one does not shift another's numbers.
 */
export function seededRandom(name: string): Random {
  return randomFrom(familyKey(name));
}

/** Hashes a name to 32 bits. */
export function familyKey(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32LE(0);
}

/** The source of the `index`th member of a family; cheap enough to create for each of a million. */
export function memberRandom(family: number, index: number): Random {
  return randomFrom(scatter((family ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0));
}

/** One number in [0, 1) for a family's member, if one is enough. */
export function memberShare(family: number, index: number): number {
  return scatter((family ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0) / 4_294_967_296;
}

/** Spreads 32 bits so that neighbours have nothing in common (the finalizer of MurmurHash3). */
export function scatter(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function randomFrom(start: number): Random {
  let state = start;
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

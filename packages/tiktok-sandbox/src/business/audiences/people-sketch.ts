import { createHash } from 'node:crypto';
import type { PeopleSketch } from './audience.js';

/** The number of people that are counted exactly; above it, an even sample represents all. */
const KEPT = 20_000;

const SPACE = 2 ** 48;

export const EMPTY_SKETCH: PeopleSketch = { theta: 1, hashes: [] };

/** Where an identifier lies between 0 and 1. */
function hashOf(identifier: string): number {
  return createHash('md5').update(identifier).digest().readUIntBE(0, 6);
}

/** Collects identifiers in bounded memory. */
export class PeopleCollector {
  private theta = 1;
  private hashes = new Set<number>();

  add(identifier: string): void {
    const hash = hashOf(identifier);
    if (hash >= this.theta * SPACE) return;
    this.hashes.add(hash);
    while (this.hashes.size > KEPT) {
      this.theta /= 2;
      const limit = this.theta * SPACE;
      this.hashes = new Set([...this.hashes].filter((kept) => kept < limit));
    }
  }

  sketch(): PeopleSketch {
    return { theta: this.theta, hashes: [...this.hashes] };
  }
}

export function sketchOf(identifiers: readonly string[]): PeopleSketch {
  const collector = new PeopleCollector();
  for (const identifier of identifiers) collector.add(identifier);
  return collector.sketch();
}

export function countPeople({ theta, hashes }: PeopleSketch): number {
  return Math.round(hashes.length / theta);
}

/** How many of them TikTok knows: the same ones every time. */
export function countMatched({ theta, hashes }: PeopleSketch, rate: number): number {
  // The lower bits, since the upper ones decide who is in the sample.
  const matched = hashes.filter((hash) => (hash % 65_536) / 65_536 < rate);
  return Math.round(matched.length / theta);
}

export function unite(one: PeopleSketch, other: PeopleSketch): PeopleSketch {
  const theta = Math.min(one.theta, other.theta);
  const hashes = [...new Set([...one.hashes, ...other.hashes])].filter((hash) => hash < theta * SPACE);
  return shrink({ theta, hashes });
}

export function subtract(one: PeopleSketch, other: PeopleSketch): PeopleSketch {
  const theta = Math.min(one.theta, other.theta);
  const gone = new Set(other.hashes);
  return { theta, hashes: one.hashes.filter((hash) => hash < theta * SPACE && !gone.has(hash)) };
}

function shrink(sketch: PeopleSketch): PeopleSketch {
  let { theta, hashes } = sketch;
  while (hashes.length > KEPT) {
    theta /= 2;
    const limit = theta * SPACE;
    hashes = hashes.filter((hash) => hash < limit);
  }
  return { theta, hashes };
}

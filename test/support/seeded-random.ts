import { randomInt } from 'node:crypto';

/** Random choices that `TEST_SEED=<seed>` before the command repeats. */
export class SeededRandom {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 to below 1. Mulberry32: good enough for tests, and the same everywhere. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Both ends inclusive. */
  integer(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  pick<T>(...choices: [T, ...T[]]): T {
    return choices[this.integer(0, choices.length - 1)] ?? choices[0];
  }
}

/** @throws Error that names the seed, so that a failure can be repeated */
export async function withSeed(work: (random: SeededRandom) => Promise<void>): Promise<void> {
  const random = new SeededRandom(Number(process.env.TEST_SEED ?? randomInt(2 ** 31)));
  try {
    await work(random);
  } catch (error) {
    throw new Error(`Repeat it with TEST_SEED=${random.seed}: ${String(error)}`, { cause: error });
  }
}

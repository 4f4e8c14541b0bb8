import type { Clock } from '../../common/index.js';
import { ExpiringSets, type Check, type Entry, type Refusal } from './expiring-sets.js';

const ADDITIONS_PER_SWEEP = 1_000;

/** Expiring sets in the memory of this process. */
export class MemorySets extends ExpiringSets {
  private readonly sets = new Map<string, Map<string, number>>();
  private additions = 0;

  constructor(private readonly clock: Clock) {
    super();
  }

  add(entries: readonly Entry[], checks: readonly Check[] = []): Promise<Refusal | undefined> {
    const now = this.clock.now().getTime();
    let refusal: Refusal | undefined;
    for (const [check, { key, limit, maxWaitMs }] of checks.entries()) {
      const set = this.live(key, now);
      if (set.size < limit) continue;
      const ends = Array.from(set.values()).toSorted((a, b) => a - b);
      const waitMs = Math.min((ends[set.size - limit] ?? now) - now, maxWaitMs);
      if (waitMs > (refusal?.waitMs ?? 0)) refusal = { check, waitMs };
    }
    if (!refusal) for (const { key, member, ms } of entries) this.set(key).set(member, now + ms);
    this.additions += 1;
    if (this.additions % ADDITIONS_PER_SWEEP === 0)
      for (const key of this.sets.keys()) if (this.live(key, now).size === 0) this.sets.delete(key);
    return Promise.resolve(refusal);
  }

  sizes(keys: readonly string[], except = ''): Promise<number[]> {
    const now = this.clock.now().getTime();
    const sets = keys.map((key) => this.live(key, now));
    return Promise.resolve(sets.map((set) => set.size - Number(set.has(except))));
  }

  private live(key: string, now: number): Map<string, number> {
    const set = this.set(key);
    for (const [member, end] of set) if (end <= now) set.delete(member);
    return set;
  }

  private set(key: string): Map<string, number> {
    const known = this.sets.get(key);
    if (known) return known;
    const fresh = new Map<string, number>();
    this.sets.set(key, fresh);
    return fresh;
  }
}

import pLimit, { type LimitFunction } from 'p-limit';

interface Entry {
  limit: LimitFunction;
  pending: number;
}

/** Limits how many tasks per key run at once. The others wait in memory, in order, and hold no resources. */
export class FairTurns {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly concurrency: number) {}

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const entry = this.entries.get(key) ?? { limit: pLimit(this.concurrency), pending: 0 };
    this.entries.set(key, entry);
    entry.pending += 1;
    try {
      return await entry.limit(work);
    } finally {
      entry.pending -= 1;
      if (entry.pending === 0) this.entries.delete(key);
    }
  }
}

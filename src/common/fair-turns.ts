import pLimit, { type LimitFunction } from 'p-limit';

interface Turns {
  limit: LimitFunction;
  users: number;
}

/** Lets so much work of one key run at once. The rest waits in memory, in its order, and holds nothing else. */
export class FairTurns {
  private readonly turns = new Map<string, Turns>();

  constructor(private readonly atOnce: number) {}

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const own = this.turns.get(key) ?? { limit: pLimit(this.atOnce), users: 0 };
    this.turns.set(key, own);
    own.users += 1;
    try {
      return await own.limit(work);
    } finally {
      own.users -= 1;
      if (own.users === 0) this.turns.delete(key);
    }
  }
}

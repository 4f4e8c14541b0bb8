import { SingleFlight } from '../../common/index.js';

interface Kept {
  value: unknown;
  at: number;
}

/** Keeps answers that TikTok rarely changes for a short time. Concurrent callers share one call. */
export class BriefCache {
  private readonly kept = new Map<string, Kept>();
  private readonly flights = new SingleFlight<Kept>();

  /** @param maxEntries beyond which the oldest entry is dropped */
  constructor(
    private readonly ageMs: number,
    private readonly maxEntries: number,
    private readonly now: () => number,
  ) {}

  /** @returns the answer, and when it was read. Failures are not kept. */
  async get<T>(key: string, read: () => Promise<T>): Promise<{ value: T; at: Date }> {
    const known = this.kept.get(key);
    const fresh = known && this.now() - known.at < this.ageMs ? known : undefined;
    const { value, at } = fresh ?? (await this.flights.join(key, () => this.read(key, read)).result);
    return { value: value as T, at: new Date(at) };
  }

  private async read(key: string, read: () => Promise<unknown>): Promise<Kept> {
    const kept = { value: await read(), at: this.now() };
    this.kept.delete(key);
    this.kept.set(key, kept);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.maxEntries) break;
      this.kept.delete(oldest);
    }
    return kept;
  }
}

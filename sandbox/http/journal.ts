/** One request as the log shows it: no query, no headers, so nothing secret. */
export interface JournalEntry {
  /** ISO time of the sandbox's clock. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** 0 when the sandbox destroyed the connection on purpose. */
  readonly status: number;
  readonly code: string | null;
  readonly ms: number;
}

const KEPT_ENTRIES = 1000;

/** The recent requests, and how many of each there were. */
export class Journal {
  private readonly entries: JournalEntry[] = [];
  private readonly calls = new Map<string, number>();
  private answers429 = 0;

  /** @param endpoint the route's pattern, so that the counters do not grow with ids in paths */
  record(endpoint: string, entry: JournalEntry): void {
    this.entries.push(entry);
    // Trimmed in blocks: shifting on every request would copy the array each time.
    if (this.entries.length > 2 * KEPT_ENTRIES) this.entries.splice(0, KEPT_ENTRIES);
    this.calls.set(endpoint, (this.calls.get(endpoint) ?? 0) + 1);
    if (entry.status === 429) this.answers429 += 1;
  }

  /** The newest first. */
  latest(limit: number): JournalEntry[] {
    return this.entries.slice(-Math.min(limit, KEPT_ENTRIES)).toReversed();
  }

  counters(): { calls: Record<string, number>; answers429: number } {
    return { calls: Object.fromEntries(this.calls), answers429: this.answers429 };
  }
}

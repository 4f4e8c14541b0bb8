import { CallRates, type EndpointRates } from './call-rates.js';

/** One request in the log, without query and headers, which may be secret. */
export interface JournalEntry {
  /** Grows with every request. */
  readonly number: number;
  /** ISO time of the sandbox's clock. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** 0 if the sandbox destroyed the connection deliberately. */
  readonly status: number;
  readonly code: string | null;
  readonly ms: number;
}

const KEPT_ENTRIES = 1000;

/** The recent requests, and their counts. */
export class Journal {
  private readonly entries: JournalEntry[] = [];
  private readonly rates = new Map<string, CallRates>();
  private lastNumber = 0;

  /** @param endpoint the route's pattern, so that the counters do not grow with ids in paths */
  record(endpoint: string, nowMs: number, entry: Omit<JournalEntry, 'number' | 'at'>): void {
    this.lastNumber += 1;
    this.entries.push({ number: this.lastNumber, at: new Date(nowMs).toISOString(), ...entry });
    // Trimmed in blocks, because shifting copies the array.
    if (this.entries.length > 2 * KEPT_ENTRIES) this.entries.splice(0, KEPT_ENTRIES);
    let rates = this.rates.get(endpoint);
    if (!rates) this.rates.set(endpoint, (rates = new CallRates()));
    rates.count(nowMs, entry.status);
  }

  /** Newest first. @param afterNumber only later ones */
  latest(limit: number, afterNumber = 0): JournalEntry[] {
    const recent = this.entries.slice(-Math.min(limit, KEPT_ENTRIES));
    return recent.filter(({ number }) => number > afterNumber).toReversed();
  }

  counters(): { calls: Record<string, number>; answers429: number } {
    const calls: Record<string, number> = {};
    let answers429 = 0;
    for (const [endpoint, rates] of this.rates) {
      calls[endpoint] = rates.totals.calls;
      answers429 += rates.totals.answers429;
    }
    return { calls, answers429 };
  }

  ratesByEndpoint(): Record<string, EndpointRates> {
    return Object.fromEntries([...this.rates].map(([endpoint, rates]) => [endpoint, rates.describe()]));
  }
}

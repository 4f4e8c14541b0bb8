const WINDOW_MS = 60_000;

/** Counts calls per key within the last minute. Refused calls do not count. */
export class SlidingMinute {
  private readonly hits = new Map<string, number[]>();

  /** Counts one call of `key` if fewer than `limit` happened in the minute before `nowMs`; 0 means no limit. */
  take(key: string, limit: number, nowMs: number): boolean {
    if (limit === 0) return true;
    const times = this.hits.get(key) ?? [];
    const firstLive = times.findIndex((time) => time > nowMs - WINDOW_MS);
    const live = firstLive === 0 ? times : firstLive === -1 ? [] : times.slice(firstLive);
    this.hits.set(key, live);
    if (live.length >= limit) return false;
    live.push(nowMs);
    return true;
  }
}

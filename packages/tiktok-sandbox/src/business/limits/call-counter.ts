const DAY_MS = 86_400_000;

/** Counts events per key, in a sliding window or per UTC day. Refused events do not count. */
export class CallCounter {
  private readonly windows = new Map<string, number[]>();
  private readonly days = new Map<string, { day: number; count: number }>();

  /** Takes one of `key` unless `limit` happened within `windowMs` before `nowMs`; 0 is no limit. */
  take(key: string, limit: number, windowMs: number, nowMs: number): boolean {
    if (limit === 0) return true;
    const times = this.windows.get(key) ?? [];
    const firstLive = times.findIndex((time) => time > nowMs - windowMs);
    const live = firstLive === 0 ? times : firstLive === -1 ? [] : times.slice(firstLive);
    this.windows.set(key, live);
    if (live.length >= limit) return false;
    live.push(nowMs);
    return true;
  }

  /** Takes one of `key` unless `limit` happened since 00:00 UTC; 0 is no limit. */
  takeOfDay(key: string, limit: number, nowMs: number): boolean {
    if (limit === 0) return true;
    const day = Math.floor(nowMs / DAY_MS);
    const entry = this.days.get(key);
    const count = entry?.day === day ? entry.count : 0;
    if (count >= limit) return false;
    this.days.set(key, { day, count: count + 1 });
    return true;
  }
}

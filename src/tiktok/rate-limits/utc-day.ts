const DAY_MS = 86_400_000;

/** @returns the date, as in `2026-11-23` */
export function utcDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}

export function msToMidnightUtc(now: Date): number {
  return DAY_MS - (now.getTime() % DAY_MS);
}

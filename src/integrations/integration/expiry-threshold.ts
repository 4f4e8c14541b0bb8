const DAY_MS = 24 * 60 * 60_000;
const THRESHOLDS_DAYS = [1, 7, 30];

/** Returns the smallest warning threshold that the time to the expiry is within, in days; undefined before the first. */
export function expiryThreshold(expiresAt: Date, now: Date): number | undefined {
  const daysLeft = (expiresAt.getTime() - now.getTime()) / DAY_MS;
  return THRESHOLDS_DAYS.find((days) => daysLeft <= days);
}

/** Returns the day at that time in a time zone, as YYYY-MM-DD; in UTC for a zone that is unknown. */
export function dayIn(timeZone: string | null, time: Date): string {
  try {
    // Swedish dates are ISO dates.
    return new Intl.DateTimeFormat('sv-SE', { timeZone: timeZone ?? 'UTC' }).format(time);
  } catch {
    return time.toISOString().slice(0, 10);
  }
}

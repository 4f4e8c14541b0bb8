const DAY_MS = 86_400_000;
/** TikTok's report without days spans at most as many. Business reference §7, “Spans”. */
const MOST_DAYS = 365;

/** Returns the day (YYYY-MM-DD) in a time zone. @returns undefined for an unknown zone */
export function dayIn(timeZone: string | null, at: Date): string | undefined {
  if (timeZone === null) return undefined;
  try {
    // This locale writes YYYY-MM-DD.
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
  } catch {
    return undefined;
  }
}

/** Cuts the days from the first to the last, both included, into spans that one report covers. */
export function spansBetween(first: string, last: string): { from: string; to: string }[] {
  const spans: { from: string; to: string }[] = [];
  const end = Date.parse(last);
  for (let start = Math.min(Date.parse(first), end); start <= end; start += MOST_DAYS * DAY_MS)
    spans.push({ from: dayText(start), to: dayText(Math.min(start + (MOST_DAYS - 1) * DAY_MS, end)) });
  return spans;
}

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

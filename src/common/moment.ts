const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY_MS = 86_400_000;

/** True for an existing day, or a time with its zone, between 1970 and 9999. */
export function isMoment(text: string): boolean {
  const isForm = DAY.test(text) || (INSTANT.test(text) && !Number.isNaN(Date.parse(text)));
  const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  // JavaScript reads 31 February as 3 March.
  return isForm && day >= 0 && new Date(day).toISOString().startsWith(text.slice(0, 10));
}

/** Reads a day of UTC as its start, or a time. */
export function startOfMoment(text: string): Date {
  return new Date(text);
}

/** Reads a day of UTC as its end, because the last day of a range is included; or a time. */
export function endOfMoment(text: string): Date {
  return DAY.test(text) ? new Date(Date.parse(text) + DAY_MS) : new Date(text);
}

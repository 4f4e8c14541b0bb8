// The longest documented lifetime is one year. A date beyond ten years would be nonsense or invalid.
const LONGEST_SECONDS = 10 * 366 * 24 * 60 * 60;

/** True if a value is a plausible token lifetime in seconds. */
export function isLifetime(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= LONGEST_SECONDS;
}

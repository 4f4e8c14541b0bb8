// The longest that TikTok documents is a year. Beyond ten of them a date would be nonsense, and may be none at all.
const LONGEST_SECONDS = 10 * 366 * 24 * 60 * 60;

/** Whether TikTok's answer tells a lifetime that tokens can be kept by, in seconds. */
export function isLifetime(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= LONGEST_SECONDS;
}

// An event further in the future than this has a wrong time.
const MAX_AHEAD_MS = 24 * 3_600_000;

/**
 * The time of an event, unless it is missing or implausible.
 * @param claimed the time that the event claims
 * @param fallback a time that is certain, e.g. of the signature
 */
export function plausibleTime(claimed: Date | null | undefined, fallback: Date): Date {
  return claimed && claimed.getTime() <= fallback.getTime() + MAX_AHEAD_MS ? claimed : fallback;
}

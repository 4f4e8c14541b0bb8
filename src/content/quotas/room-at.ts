/** So many within a sliding time. */
export interface SlidingLimit {
  limit: number;
  windowMs: number;
}

/**
 * When there is room for one more.
 * @param taken when the places of the window were taken
 * @param ahead how many others wait for a place and go before
 * @returns undefined for now
 */
export function roomAt(
  taken: readonly Date[],
  { limit, windowMs }: SlidingLimit,
  ahead: number,
  now: Date,
): Date | undefined {
  const latest = taken.map((at) => at.getTime()).toSorted((one, other) => other - one);
  const leaving = latest.slice(0, limit).map((at) => Math.max(at + windowMs, now.getTime()));
  const free = Array.from({ length: limit - leaving.length }, () => now.getTime());
  // Each place is taken by whoever is next and free again a window later, so they come free in turns.
  const turns = [...free, ...leaving].toSorted((one, other) => one - other);
  const at = (turns[ahead % limit] ?? now.getTime()) + Math.floor(ahead / limit) * windowMs;
  return at > now.getTime() ? new Date(at) : undefined;
}

/** A limit within a sliding window. */
export interface SlidingLimit {
  limit: number;
  windowMs: number;
}

/**
 * Calculates when the next slot is free.
 * @param taken when the slots in the window were taken
 * @param ahead how many other posts wait and go first
 * @returns undefined when a slot is free now
 */
export function nextFreeSlot(
  taken: readonly Date[],
  { limit, windowMs }: SlidingLimit,
  ahead: number,
  now: Date,
): Date | undefined {
  const latest = taken.map((at) => at.getTime()).toSorted((one, other) => other - one);
  const leaving = latest.slice(0, limit).map((at) => Math.max(at + windowMs, now.getTime()));
  const free = Array.from({ length: limit - leaving.length }, () => now.getTime());
  // Each slot goes to the next post in line and is free again one window later.
  const turns = [...free, ...leaving].toSorted((one, other) => one - other);
  const at = (turns[ahead % limit] ?? now.getTime()) + Math.floor(ahead / limit) * windowMs;
  return at > now.getTime() ? new Date(at) : undefined;
}

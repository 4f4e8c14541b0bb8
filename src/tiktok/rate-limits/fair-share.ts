/** The least of an app-wide budget that stays free for those who have not had their share, while there are any. */
export const HEADROOM = 0.05;

/** How one sharer stands among those who draw on a budget. */
export interface Standing {
  /** How many of the calls in the window are its own. */
  own: number;
  /** How many other sharers were refused lately. */
  others: number;
  /** How often, in a window's time, sharers were refused that had not had their share. */
  unmet: number;
}

/** For what nobody has to share. */
export const ALONE: Standing = { own: 0, others: 0, unmet: 0 };

/** @param limit what background work may use, all sharers together */
export function hasHadItsShare(limit: number, { own, others }: Standing): boolean {
  return own * (others + 1) >= limit;
}

/**
 * How many of an app-wide budget's calls may be used before background work of one sharer has to wait. Whoever has had its
 * share leaves free what the others have asked for in vain. Nothing is kept back while nobody else wants anything. See
 * docs/adr/0006. The Redis script says the same in Lua.
 * @param windowNumber counts windows: of half a call, one is kept in every other window
 */
export function fairLimit(limit: number, standing: Standing, windowNumber: number): number {
  if (standing.others === 0 || !hasHadItsShare(limit, standing)) return limit;
  const kept = Math.max(standing.unmet, limit * HEADROOM);
  return Math.max(limit - Math.floor(kept + ((windowNumber * ROUNDING_STEP) % 1)), 1);
}

/** The golden ratio's fraction: its multiples are spread evenly between 0 and 1. */
export const ROUNDING_STEP = 0.618;

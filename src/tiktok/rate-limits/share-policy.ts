import type { Priority } from './rated-call.js';

// The part of a budget that background calls never use. It rounds to zero below 50 calls.
const RESERVED_SHARE = 0.02;
// The part that background calls may use while interactive calls arrive.
const BUSY_BACKGROUND_SHARE = 0.8;
// The least that stays free for consumers below their share while they are refused.
const HEADROOM = 0.05;
// The golden ratio's fraction. Its multiples spread evenly between 0 and 1.
const ROUNDING_STEP = 0.618;

/** How a budget was used lately, as one consumer sees it. */
export interface Usage {
  /** Interactive calls. */
  interactive: number;
  /** Other consumers that were refused. */
  competitors: number;
  /** Refusals, per window, of consumers below their share. */
  unmet: number;
  /** This consumer's own calls in the window. */
  own: number;
}

/** How much of a budget a call may use. */
export interface Allowance {
  /** The number of calls in the window, of all consumers, from which the call has to wait. */
  limit: number;
  isBelowShare: boolean;
}

/**
 * Reserves budget for interactive calls, and divides the rest fairly between the background work of competing consumers. One
 * that has its share leaves free what the others asked for in vain. Without competitors it may use everything.
 * See docs/adr/0017.
 * @param windowNumber spreads fractions: half a call is kept in every second window
 */
export function allowanceOf(
  limit: number,
  priority: Priority,
  usage: Usage,
  windowNumber: number,
): Allowance {
  if (priority !== 'background') return { limit, isBelowShare: false };
  const { interactive, competitors, unmet, own } = usage;
  const quiet = limit - Math.floor(limit * RESERVED_SHARE);
  const open = Math.max(interactive > 0 ? Math.floor(limit * BUSY_BACKGROUND_SHARE) : quiet, 1);
  const isBelowShare = own * (competitors + 1) < open;
  if (competitors === 0 || isBelowShare) return { limit: open, isBelowShare };
  const kept = Math.max(unmet, open * HEADROOM) + ((windowNumber * ROUNDING_STEP) % 1);
  return { limit: Math.max(open - Math.floor(kept), 1), isBelowShare };
}

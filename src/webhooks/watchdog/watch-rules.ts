import type { CheckReport } from '../checks/check-report.js';
import type { WatchedFamily } from './watched-family.js';
import type { Watch } from './watches.store.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** TikTok announces comments within about five minutes. */
export const LATE_MS = 15 * MINUTE_MS;

/** A delivery that failed is repeated after growing pauses, so silence counts only when it has lasted. */
export const SILENCE_MS = 2 * HOUR_MS;

/** @returns since when changes count: of the window, but only of the time that was watched */
export function countedFrom(
  { watchedSince }: Pick<Watch, 'watchedSince'>,
  now: Date,
  windowHours: number,
): Date {
  return new Date(Math.max(watchedSince.getTime(), now.getTime() - windowHours * HOUR_MS));
}

/** True if changes of the watch may be counted: it has lasted long enough, and no known event is part of the time. */
export function isCounted(
  { announcedAt, alarmedFrom }: Pick<Watch, 'announcedAt' | 'alarmedFrom'>,
  from: Date,
  now: Date,
  windowHours: number,
): boolean {
  const silence = Math.min(SILENCE_MS, windowHours * HOUR_MS);
  if (alarmedFrom !== null || now.getTime() - from.getTime() < silence) return false;
  return announcedAt === null || announcedAt < from;
}

/**
 * Where TikTok sends a family of events of Business accounts. `ours`: to this service. `not_ours`: to another address or to
 * none, or TikTok refuses ours. `unknown`: no check has looked, or TikTok did not answer it.
 */
export type Registration = 'ours' | 'not_ours' | 'unknown';

/** @param latest undefined if there was no check */
export function registrationOf(
  eventType: string,
  url: string,
  latest: Pick<CheckReport, 'ours' | 'faults'> | undefined,
): Registration {
  const faults = (latest?.faults ?? []).filter(({ family }) => family === eventType);
  // Versions before this one did not note whether they were certain.
  if (faults.some(({ certain = true }) => certain)) return 'not_ours';
  return latest?.ours[eventType] === url && faults.length === 0 ? 'ours' : 'unknown';
}

/** The other families that reach an account the same way: by the Business app. Posts may also come by the login app. */
export const SIBLINGS: Record<WatchedFamily, readonly WatchedFamily[]> = {
  comments: ['messages'],
  messages: ['comments'],
  posts: ['comments', 'messages'],
};

/** What is known about the events of a family for an account. */
export interface Expectation extends Pick<Watch, 'announcedAt'> {
  registration: Registration;
  /** A sibling family has arrived for the account while this one was silent. */
  siblingArrived: boolean;
  /** The changes that were found belong to the Business app. */
  byBusinessApp: boolean;
}

/** True if events of the family should have arrived, so that their absence is a fault. */
export function isExpected(given: Expectation): boolean {
  // Another notice or the doctor reports it already.
  if (given.registration === 'not_ours') return false;
  if (given.announcedAt !== null) return true;
  return given.byBusinessApp && (given.registration === 'ours' || given.siblingArrived);
}

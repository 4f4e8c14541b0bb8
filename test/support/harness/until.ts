import { eventually } from 'tiktok-sandbox/testing';

/** Covers a start on a busy machine. */
export const PROCESS_DEADLINE_MS = 90_000;

/** Polls what a process of its own brings about. */
export function until<T>(
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  deadlineMs = PROCESS_DEADLINE_MS,
): Promise<T> {
  return eventually(ask, deadlineMs);
}

import type { ScheduleProblem, SyncSchedule } from './sync-schedule.entity.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
// Each run has already retried for about 15 min.
const FIRST_PAUSE_MS = 15 * MINUTE_MS;
const MOST_PAUSE_MS = 6 * HOUR_MS;

/** How a run ended, as far as its schedule is concerned. */
export type RunEnd =
  /** What TikTok sent is stored. `nextDueAt`: null for the kind's own interval. */
  | { kind: 'stored'; startedAt: Date; nextDueAt: Date | null }
  | { kind: 'failed' }
  /** The account does not allow this kind. */
  | { kind: 'impossible'; problem: ScheduleProblem }
  /** By a user. */
  | { kind: 'cancelled' };

/** What the time of the next run depends on. */
export interface Cadence {
  now: Date;
  intervalHours: number;
  /** Hours of failures after which admins are notified. */
  staleHours: number;
}

type Changes = Partial<
  Pick<SyncSchedule, 'dueAt' | 'askedAt' | 'problem' | 'succeededAt' | 'failingSince' | 'failures'>
>;

/** Returns what changes in a schedule when one of its runs has ended. */
export function afterRun(before: SyncSchedule, end: RunEnd, cadence: Cadence): Changes {
  const { now, intervalHours } = cadence;
  const nextSlot = new Date(now.getTime() + intervalHours * HOUR_MS);
  switch (end.kind) {
    case 'stored': {
      const isAsked = before.askedAt !== null && before.askedAt > end.startedAt;
      const dueAt = isAsked ? now : (end.nextDueAt ?? nextSlot);
      return { dueAt, askedAt: null, problem: null, succeededAt: now, failingSince: null, failures: 0 };
    }
    case 'failed': {
      const failures = before.failures + 1;
      const failingSince = before.failingSince ?? now;
      return { dueAt: retryAt(failures, failingSince, cadence), failingSince, failures };
    }
    case 'impossible':
      return { dueAt: null, problem: end.problem, failingSince: null, failures: 0 };
    case 'cancelled':
      return before.dueAt !== null && before.dueAt < nextSlot ? { dueAt: nextSlot } : {};
  }
}

/** True once the failures of a schedule have lasted so long that admins must know. */
export function isStalled(
  { failingSince }: Pick<SyncSchedule, 'failingSince'>,
  { now, staleHours }: Omit<Cadence, 'intervalHours'>,
): boolean {
  return failingSince !== null && staleAt(failingSince, staleHours) <= now.getTime();
}

/** A growing pause. It ends at the moment of the notice, so that the notice is neither late nor wrong. */
function retryAt(failures: number, failingSince: Date, { now, staleHours }: Cadence): Date {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 10), MOST_PAUSE_MS);
  const retry = now.getTime() + pause;
  const stale = staleAt(failingSince, staleHours);
  return new Date(stale > now.getTime() ? Math.min(retry, stale) : retry);
}

function staleAt(failingSince: Date, staleHours: number): number {
  return failingSince.getTime() + staleHours * HOUR_MS;
}

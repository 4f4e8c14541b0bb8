import type { SyncPolicy } from '../../../config/index.js';
import { isPlanned, slotStart } from '../../policy/cadence.js';
import type { StartedRun } from '../../runs/sync-runs.js';
import type { SyncSchedule } from '../../schedule/sync-schedule.entity.js';
import { pageCursor, readPlace, type RunPlace } from './run-place.js';

const DAY_MS = 86_400_000;

/** What stands in the schedule's cursor while new videos may be missing: a search for them has not ended. */
export const UNFINISHED_SEARCH = 'discover';

type PlannedRun = Pick<StartedRun, 'trigger' | 'cursor' | 'startedAt' | 'slot' | 'integrationId'>;
type PlannedSchedule = Pick<SyncSchedule, 'cursor' | 'listedAt' | 'succeededAt'>;

/** Decides where a run begins or continues, from what is stored only. */
export function firstPlace(
  run: PlannedRun,
  schedule: PlannedSchedule | null,
  policy: Pick<SyncPolicy, 'discoverEveryHours' | 'fullListingEveryDays'>,
): RunPlace {
  const { trigger, cursor, startedAt, slot, integrationId } = run;
  const place = readPlace(cursor);
  if (place) return place;
  if (listsAll()) {
    const saved = isFirstListing(schedule) ? pageCursor(schedule.cursor) : undefined;
    return { phase: 'list', all: true, ...(saved !== undefined && { cursor: saved, continued: true }) };
  }
  return { phase: wasAsked() || isDiscoveryDue(schedule?.succeededAt) ? 'discover' : 'refresh' };

  function listsAll(): boolean {
    if (trigger === 'manual' || !schedule?.listedAt) return true;
    if (schedule.cursor === UNFINISHED_SEARCH) return true;
    // Not by calendar weeks: all accounts would be listed at once.
    return startedAt.getTime() - schedule.listedAt.getTime() >= policy.fullListingEveryDays * DAY_MS;
  }

  function wasAsked(): boolean {
    return trigger === 'webhook' || (slot !== null && !isPlanned(slot, integrationId));
  }

  function isDiscoveryDue(succeededAt: Date | null | undefined): boolean {
    return !succeededAt || succeededAt < slotStart(startedAt, policy.discoverEveryHours);
  }
}

/** The first complete listing keeps its place after a failed run. */
export function isFirstListing<Schedule extends Pick<SyncSchedule, 'listedAt'>>(
  schedule: Schedule | null,
): schedule is Schedule {
  return schedule !== null && schedule.listedAt === null;
}

import type { SyncPolicy } from '../../../config/index.js';
import { isIntervalOver, isPlanned, slotStart } from '../../policy/cadence.js';
import type { StartedRun } from '../../runs/sync-runs.js';
import type { SyncSchedule } from '../../schedule/sync-schedule.entity.js';
import { pageCursor, readPlace, type RunPlace } from './run-place.js';

const DAY_MS = 86_400_000;
const HOURS_A_DAY = 24;

/** What stands in the schedule's cursor while new videos may be missing: a search for them has not ended. */
export const UNFINISHED_SEARCH = 'discover';

type PlannedRun = Pick<StartedRun, 'trigger' | 'cursor' | 'startedAt' | 'slot' | 'integrationId'>;
type PlannedSchedule = Pick<SyncSchedule, 'cursor' | 'listedAt' | 'discoveredAt' | 'cutAt' | 'cuts'>;
type Intervals = Pick<SyncPolicy, 'discoverEveryHours' | 'fullListingEveryDays'>;

/** Decides where a run begins or continues, from what is stored only. */
export function firstPlace(run: PlannedRun, schedule: PlannedSchedule | null, policy: Intervals): RunPlace {
  const { trigger, cursor, startedAt, slot, integrationId } = run;
  const place = readPlace(cursor);
  if (place) return place;
  if (listsAll()) {
    const saved = isFirstListing(schedule) ? pageCursor(schedule.cursor) : undefined;
    return { phase: 'list', all: true, ...(saved !== undefined && { cursor: saved, continued: true }) };
  }
  return { phase: wasAsked() || isDiscoveryDue(schedule?.discoveredAt) ? 'discover' : 'refresh' };

  function listsAll(): boolean {
    if (trigger === 'manual' || !schedule) return true;
    if (!mayListAgain(schedule, policy, startedAt)) return false;
    if (!schedule.listedAt || schedule.cursor === UNFINISHED_SEARCH) return true;
    // Not by calendar weeks: all accounts would be listed at once.
    return startedAt.getTime() - schedule.listedAt.getTime() >= policy.fullListingEveryDays * DAY_MS;
  }

  function wasAsked(): boolean {
    return trigger === 'webhook' || (slot !== null && !isPlanned(slot, integrationId));
  }

  function isDiscoveryDue(discoveredAt: Date | null | undefined): boolean {
    return !discoveredAt || discoveredAt < slotStart(startedAt, policy.discoverEveryHours);
  }
}

/**
 * A list that TikTok cuts short again and again is read as a whole less and less often. In the meantime, new videos are
 * looked for as usual.
 */
function mayListAgain(
  { cutAt, cuts }: Pick<SyncSchedule, 'cutAt' | 'cuts'>,
  { discoverEveryHours, fullListingEveryDays }: Intervals,
  now: Date,
): boolean {
  if (!cutAt) return true;
  const pause = discoverEveryHours * 2 ** Math.min(Math.max(cuts - 1, 0), 20);
  return isIntervalOver(cutAt, Math.min(pause, fullListingEveryDays * HOURS_A_DAY), now);
}

/** The first complete listing keeps its place after a failed run. */
export function isFirstListing<Schedule extends Pick<SyncSchedule, 'listedAt'>>(
  schedule: Schedule | null,
): schedule is Schedule {
  return schedule !== null && schedule.listedAt === null;
}

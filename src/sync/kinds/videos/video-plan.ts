import type { SyncPolicy } from '../../../config/index.js';
import { isPlanned, slotStart } from '../../policy/cadence.js';
import type { StartedRun } from '../../runs/sync-runs.js';
import type { SyncSchedule } from '../../schedule/sync-schedule.entity.js';
import { PLACES, pageCursor } from './run-place.js';

const DAY_MS = 86_400_000;

/** What a run of videos reads. */
export interface VideoPlan {
  /** The whole list, instead of what is new and what is due. */
  lists: boolean;
  /** The first complete listing, whose place outlives a failed run. */
  isFirst: boolean;
  /** Where the listing continues; undefined for the newest page. */
  from: string | undefined;
  /** It continues where an earlier run failed: what is newer is looked for afterwards. */
  isContinued: boolean;
  discovers: boolean;
}

type PlannedRun = Pick<StartedRun, 'trigger' | 'cursor' | 'startedAt' | 'slot' | 'integrationId'>;

/** Decides from what is stored only, so that a run that takes over a killed one decides alike. */
export function videoPlan(
  { trigger, cursor, startedAt, slot, integrationId }: PlannedRun,
  schedule: Pick<SyncSchedule, 'cursor' | 'listedAt' | 'succeededAt'> | null,
  policy: Pick<SyncPolicy, 'discoverEveryHours' | 'fullListingEveryDays'>,
): VideoPlan {
  const isFirst = schedule !== null && schedule.listedAt === null;
  const lists = trigger === 'manual' || !schedule?.listedAt || isListingDue(schedule.listedAt);
  const saved = isFirst && cursor === null ? pageCursor(schedule.cursor) : undefined;
  return {
    lists,
    isFirst,
    from: pageCursor(cursor) ?? saved,
    isContinued: saved !== undefined,
    discovers: cursor !== PLACES.refresh && (wasAsked() || isDiscoveryDue(schedule?.succeededAt)),
  };

  function wasAsked(): boolean {
    return trigger === 'webhook' || (slot !== null && !isPlanned(slot, integrationId));
  }

  function isListingDue(listedAt: Date): boolean {
    // Not by calendar weeks: all accounts would be listed at once.
    return startedAt.getTime() - listedAt.getTime() >= policy.fullListingEveryDays * DAY_MS;
  }

  function isDiscoveryDue(succeededAt: Date | null | undefined): boolean {
    return !succeededAt || succeededAt < slotStart(startedAt, policy.discoverEveryHours);
  }
}

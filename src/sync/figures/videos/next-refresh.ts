import type { SyncPolicy } from '../../../config/index.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What is planned for an account. */
export interface Plan {
  /** Null: nothing is planned. */
  dueAt: Date | null;
  /** When a run has last read everything that TikTok lists. */
  listedAt: Date | null;
}

/**
 * Returns when a video will be read again: at the start of its next slot, or with the next complete listing if it is too
 * old for slots, but not before the account is due. Null if nothing is planned.
 */
export function nextRefresh(
  video: { publishedAt: Date; capturedAt: Date; goneAt: Date | null },
  plan: Plan | undefined,
  policy: Pick<SyncPolicy, 'videos' | 'fullListingEveryDays'>,
): Date | null {
  if (video.goneAt !== null || !plan?.dueAt) return null;
  const read = video.capturedAt.getTime();
  const age = read - video.publishedAt.getTime();
  const rung = policy.videos.find(({ underDays }) => age < underDays * DAY_MS);
  const planned = rung
    ? slotAfter(read, rung.everyHours * HOUR_MS)
    : (plan.listedAt?.getTime() ?? read) + policy.fullListingEveryDays * DAY_MS;
  return new Date(Math.max(planned, plan.dueAt.getTime()));
}

/** Slots are aligned to UTC. */
function slotAfter(time: number, length: number): number {
  return (Math.floor(time / length) + 1) * length;
}

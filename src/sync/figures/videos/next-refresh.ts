import type { SyncPolicy } from '../../../config/index.js';
import { nextSlot, stepAt } from '../../policy/cadence.js';

const DAY_MS = 86_400_000;

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
  const step = stepAt(age, policy.videos);
  const planned = step
    ? nextSlot(video.capturedAt, step.everyHours).getTime()
    : (plan.listedAt?.getTime() ?? read) + policy.fullListingEveryDays * DAY_MS;
  return new Date(Math.max(planned, plan.dueAt.getTime()));
}

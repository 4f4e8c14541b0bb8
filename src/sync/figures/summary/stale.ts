import type { SyncPolicy } from '../../../config/index.js';
import type { Bind } from '../../../database/index.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** One missed reading may be a full queue; a second one is a problem. */
const INTERVALS = 2;

/** Returns SQL for the time before which a reading of a video of its age is stale. */
export function staleBefore(
  { videos, fullListingEveryDays }: Pick<SyncPolicy, 'videos' | 'fullListingEveryDays'>,
  now: Date,
  bind: Bind,
): string {
  const ago = (ms: number) => `${bind(new Date(now.getTime() - ms))}::timestamptz`;
  const cases = videos.map(
    ({ underDays, everyHours }) =>
      `WHEN published_at > ${ago(underDays * DAY_MS)} THEN ${ago(INTERVALS * everyHours * HOUR_MS)}`,
  );
  const oldest = ago(INTERVALS * fullListingEveryDays * DAY_MS);
  return cases.length > 0 ? `CASE ${cases.join(' ')} ELSE ${oldest} END` : oldest;
}

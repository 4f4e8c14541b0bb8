import { UnfitInputError } from '../../../common/index.js';
import type { SyncPolicy } from '../../../config/index.js';
import type { Source } from '../../activity/source.js';
import { stepAt } from '../../policy/cadence.js';
import { hoursOf, STEPS, type Bucket, type Step } from './step.js';

const DAY_MS = 86_400_000;
type Rhythm = Pick<SyncPolicy, 'videos' | 'fullListingEveryDays' | 'insightsEveryHours'>;

/** Returns how many hours lie between two readings of a video of this age. */
export function hoursBetween(ageMs: number, source: Source, policy: Rhythm): number {
  const hours = stepAt(ageMs, policy.videos)?.everyHours ?? policy.fullListingEveryDays * 24;
  return source === 'business_api' ? Math.max(hours, policy.insightsEveryHours) : hours;
}

/** Returns the finest step that has a reading in each of its parts. The coarsest one passes always. */
export function finestStep(hours: number): Step {
  return STEPS.find((step) => hoursOf(step) >= hours) ?? 'week';
}

/**
 * Chooses the step of a history. The age at the end of the range decides, because readings become rarer with age.
 * @throws UnfitInputError when the asked step is finer than the readings
 */
export function stepOfHistory(
  asked: Step | undefined,
  video: { publishedAt: Date; source: Source },
  range: Bucket,
  policy: Rhythm,
): Step {
  const ageMs = range.to.getTime() - video.publishedAt.getTime() - 1;
  const hours = hoursBetween(ageMs, video.source, policy);
  const finest = finestStep(hours);
  if (asked === undefined) return finest;
  if (STEPS.indexOf(asked) >= STEPS.indexOf(finest)) return asked;
  const until = lastMomentOf(asked, video, policy);
  const earlier = until && until > range.from ? `, or a range that ends by ${until.toISOString()}` : '';
  throw new UnfitInputError('step_too_fine', [
    {
      field: 'step',
      rule: 'step_too_fine',
      message: `${asked} is finer than the data: at that age, a video is read once in ${hours} h; use step=${finest}${earlier}`,
      value: asked,
      limit: finest,
    },
  ]);
}

/** Returns until when a video is read often enough for a step; undefined if it never is. */
function lastMomentOf(
  step: Step,
  { publishedAt, source }: { publishedAt: Date; source: Source },
  policy: Rhythm,
): Date | undefined {
  const fits = ({ underDays }: { underDays: number }) =>
    hoursBetween(underDays * DAY_MS - 1, source, policy) <= hoursOf(step);
  const rung = policy.videos.findLast(fits);
  return rung && new Date(publishedAt.getTime() + rung.underDays * DAY_MS);
}

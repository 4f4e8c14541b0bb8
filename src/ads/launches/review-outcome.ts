import type { ReviewVerdict } from '../objects/secondary-status.js';
import type { StepDetail } from './launch-step.entity.js';
import type { StepResult } from './step-result.js';

export type Review = NonNullable<StepDetail['review']>;
type Ended = Extract<StepResult, { kind: 'done' | 'failed' }>;

/** How a launch goes on after the review: without any approved ad, it fails. @param hours the deadline */
export function reviewEnd(review: Review, hours: number): Ended {
  const verdicts = Object.values(review).map(({ verdict }) => verdict);
  const count = (wanted: ReviewVerdict) => verdicts.filter((verdict) => verdict === wanted).length;
  const counts = { all: verdicts.length, pending: count('pending'), rejected: count('rejected') };
  const { all, pending, rejected } = counts;
  const detail = { review };
  if (count('approved') > 0)
    return { kind: 'done', detail, message: summary({ ...counts, deleted: count('deleted') }, hours) };
  if (pending > 0) return { ...overdue(hours, `TikTok has not reviewed ${pending} of ${all} ads.`), detail };
  if (rejected === 0)
    return {
      kind: 'failed',
      code: 'ads_deleted',
      message: 'Every ad was deleted during the review. Launch again. What exists is paused.',
      detail,
    };
  return {
    kind: 'failed',
    code: 'ads_rejected',
    message:
      rejected === all
        ? 'TikTok rejected every ad. Change what the reasons name, and launch again. Everything is paused.'
        : 'TikTok rejected every ad that was not deleted. Change what the reasons name, and launch again.',
    detail,
  };
}

export function overdue(hours: number, what: string): Extract<StepResult, { kind: 'failed' }> {
  return {
    kind: 'failed',
    code: 'review_overdue',
    message:
      `The review did not end within ${hours} h. ${what} Everything is paused. Look at the ads in TikTok Ads Manager or ask ` +
      'TikTok’s support, then resume the launch: it waits as long again.',
  };
}

function summary(
  { all, pending, rejected, deleted }: Record<'all' | 'pending' | 'rejected' | 'deleted', number>,
  hours: number,
): string {
  const left = [
    ...(rejected > 0 ? [`TikTok rejected ${rejected} of ${all} ads.`] : []),
    ...(pending > 0
      ? [`TikTok has not reviewed ${pending} of ${all} ads within ${hours} h; they stay paused.`]
      : []),
    ...(deleted > 0 ? [`${deleted} of ${all} ads were deleted.`] : []),
  ];
  if (left.length > 0) return `${left.join(' ')} The others go live.`;
  return all === 1 ? 'TikTok approved the ad.' : `TikTok approved the ${all} ads.`;
}

import { describe, expect, it } from '@jest/globals';
import type { ReviewVerdict } from '../objects/secondary-status.js';
import { reviewEnd } from './review-outcome.js';

function end(...verdicts: ReviewVerdict[]) {
  const review = Object.fromEntries(verdicts.map((verdict, at) => [String(at), { verdict, reasons: [] }]));
  return reviewEnd(review, 72);
}

describe('reviewEnd', () => {
  it.each<[ReviewVerdict[], string]>([
    [['approved'], 'TikTok approved the ad.'],
    [['approved', 'approved'], 'TikTok approved the 2 ads.'],
    [['approved', 'rejected'], 'TikTok rejected 1 of 2 ads. The others go live.'],
    [
      ['approved', 'pending', 'deleted'],
      'TikTok has not reviewed 1 of 3 ads within 72 h; they stay paused. 1 of 3 ads were deleted. The others go live.',
    ],
  ])('goes on after %j', (verdicts, message) => {
    expect(end(...verdicts)).toMatchObject({ kind: 'done', message });
  });

  it.each<[ReviewVerdict[], string]>([
    [['rejected', 'rejected'], 'ads_rejected'],
    [['rejected', 'deleted'], 'ads_rejected'],
    [['deleted'], 'ads_deleted'],
    [['rejected', 'pending'], 'review_overdue'],
  ])('fails after %j with the code %s', (verdicts, code) => {
    expect(end(...verdicts)).toMatchObject({ kind: 'failed', code });
  });
});

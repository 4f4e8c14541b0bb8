import { Injectable } from '@nestjs/common';
import { stepOf, type LaunchContext } from './launch-context.js';
import type { LaunchStep } from './launch-step.entity.js';
import { ReviewStep } from './review-step.js';
import { ReviewSubscriptions } from './review-subscriptions.js';
import type { StepResult } from './step-result.js';

/** Waits for the review, and lets TikTok report its end in the meantime. */
@Injectable()
export class FollowedReview {
  constructor(
    private readonly review: ReviewStep,
    private readonly subscriptions: ReviewSubscriptions,
  ) {}

  async run(context: LaunchContext, step: LaunchStep): Promise<StepResult> {
    const isFollowed = step.detail?.followed === true;
    const result = await this.review.run(context, step);
    if (result.kind === 'waiting') {
      if (!isFollowed) await this.subscriptions.begin(context);
      return { ...result, detail: { ...result.detail, followed: true } };
    }
    if (!isFollowed || result.kind === 'skipped') return result;
    await this.subscriptions.end(context);
    // A resumed review is followed again.
    return { ...result, detail: { ...result.detail, followed: false } };
  }

  /** Ends the reports about a launch that was stopped. */
  async stop(context: LaunchContext): Promise<void> {
    if (stepOf(context, 'review')?.detail?.followed === true) await this.subscriptions.end(context);
  }
}

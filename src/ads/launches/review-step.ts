import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { isTransient, retryAfterSeconds } from '../../tiktok/index.js';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import { readAdRow } from '../objects/ad-object-row.js';
import { explainStatus, reviewVerdict } from '../objects/secondary-status.js';
import { growingPause } from '../writes/growing-pause.js';
import type { LaunchContext } from './launch-context.js';
import type { LaunchStep } from './launch-step.entity.js';
import { overdue, reviewEnd, type Review } from './review-outcome.js';
import { ReviewReasons } from './review-reasons.js';
import type { StepResult } from './step-result.js';

const HOUR_MS = 3_600_000;
// One answer that is missing just after the deadline, for example after a restart, says nothing.
const LATE_FAILURES = 2;

/**
 * Waits until TikTok has reviewed every ad, up to a deadline. Upgraded Smart+ ads have no webhook, so all of them are polled.
 */
@Injectable()
export class ReviewStep {
  constructor(
    private readonly config: AppConfig,
    private readonly reader: AdObjectReader,
    private readonly reasons: ReviewReasons,
    private readonly clock: Clock,
  ) {}

  async run(context: LaunchContext, step: LaunchStep): Promise<StepResult> {
    const { reviewDeadlineHours: hours, reviewPollSeconds } = this.config.ads;
    const now = this.clock.now().getTime();
    const since = step.detail?.reviewSince === undefined ? now : Date.parse(step.detail.reviewSince);
    const secondsLeft = Math.ceil((since + hours * HOUR_MS - now) / 1000);
    const detail = { reviewSince: new Date(since).toISOString(), failures: 0 };
    let words: Map<string, string | null>;
    try {
      words = await this.words(context);
    } catch (error) {
      // The deadline holds while TikTok does not answer, too.
      if (!isTransient(error)) throw error;
      const failures = (step.detail?.failures ?? 0) + 1;
      if (secondsLeft <= 0 && failures > LATE_FAILURES)
        return overdue(hours, 'TikTok did not answer when we last asked for the review.');
      const pause = Math.max(retryAfterSeconds(error) ?? 0, growingPause(failures, reviewPollSeconds));
      return {
        kind: 'waiting',
        seconds: secondsLeft > 0 ? Math.min(pause, secondsLeft) : pause,
        message: 'TikTok did not answer. The service asks for the review again.',
        detail: { ...detail, failures },
      };
    }
    const pending = [...words.values()].filter((word) => reviewVerdict(word) === 'pending').length;
    if (pending > 0 && secondsLeft > 0)
      return {
        kind: 'waiting',
        seconds: Math.min(reviewPollSeconds, secondsLeft),
        message: `TikTok is reviewing ${pending} of ${words.size} ads.`,
        detail,
      };
    const end = reviewEnd(await this.review(context, words), hours);
    return { ...end, detail: { ...detail, ...end.detail } };
  }

  /** TikTok's words for each ad. Null: it does not list the ad, or says nothing yet. */
  private async words({ account, launch, steps }: LaunchContext): Promise<Map<string, string | null>> {
    const kind = { family: launch.family, level: 'ad' as const };
    const ids = steps.flatMap((one) => (one.kind === 'ad' && one.objectId !== null ? one.objectId : []));
    const rows = await this.reader.byIds(account, kind, ids);
    const found = new Map(rows.map((row) => readAdRow(kind, row)).map((ad) => [ad?.id, ad?.secondaryStatus]));
    return new Map(ids.map((id) => [id, found.get(id) ?? null]));
  }

  private async review(
    { account, launch }: LaunchContext,
    words: Map<string, string | null>,
  ): Promise<Review> {
    const verdicts = [...words].map(([id, word]) => ({ id, word, verdict: reviewVerdict(word) }));
    const rejected = verdicts.filter(({ verdict }) => verdict === 'rejected').map(({ id }) => id);
    const reasons = await this.reasons.of(account, launch.family, rejected);
    return Object.fromEntries(
      verdicts.map(({ id, word, verdict }) => {
        const given = reasons.get(id) ?? [];
        if (verdict !== 'rejected' || given.length > 0) return [id, { verdict, reasons: given }];
        return [id, { verdict, reasons: meaningOf(word), reasonMissing: true }];
      }),
    );
  }
}

/** Stands for reasons that TikTok does not give. */
function meaningOf(word: string | null): string[] {
  const { message, fix } = explainStatus(word) ?? { message: '', fix: null };
  return message === '' ? [] : [fix === null ? message : `${message} ${fix}`];
}

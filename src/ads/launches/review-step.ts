import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import { readAdRow } from '../objects/ad-object-row.js';
import type { LaunchContext } from './launch-context.js';
import type { StepDetail } from './launch-step.entity.js';
import { ReviewReasons } from './review-reasons.js';
import { verdictOf } from './review-verdict.js';
import type { StepResult } from './step-result.js';

/** Waits until TikTok has reviewed every ad. Upgraded Smart+ ads have no webhook, so all of them are polled. */
@Injectable()
export class ReviewStep {
  constructor(
    private readonly config: AppConfig,
    private readonly reader: AdObjectReader,
    private readonly reasons: ReviewReasons,
  ) {}

  async run(context: LaunchContext): Promise<StepResult> {
    const { account, launch, steps } = context;
    const kind = { family: launch.family, level: 'ad' as const };
    const ids = steps.flatMap((step) =>
      step.kind === 'ad' && step.objectId !== null ? [step.objectId] : [],
    );
    const rows = await this.reader.byIds(account, kind, ids);
    const verdicts = new Map(
      rows.map((row) => readAdRow(kind, row)).map((ad) => [ad?.id, verdictOf(ad?.secondaryStatus ?? null)]),
    );
    const pending = ids.filter((id) => (verdicts.get(id) ?? 'pending') === 'pending');
    if (pending.length > 0)
      return {
        kind: 'waiting',
        seconds: this.config.ads.reviewPollSeconds,
        message: `TikTok is reviewing ${pending.length} of ${ids.length} ads.`,
      };
    const rejected = ids.filter((id) => verdicts.get(id) === 'rejected');
    const reasons = await this.reasons.of(account, launch.family, rejected);
    const review: NonNullable<StepDetail['review']> = {};
    for (const id of ids)
      review[id] = rejected.includes(id)
        ? { verdict: 'rejected', reasons: reasons.get(id) ?? [] }
        : { verdict: 'approved', reasons: [] };
    if (rejected.length === ids.length)
      return {
        kind: 'failed',
        code: 'ads_rejected',
        message:
          'TikTok rejected every ad. Change what the reasons name, and launch again. Everything is paused.',
        detail: { review },
      };
    return { kind: 'done', detail: { review }, message: summary(ids.length, rejected.length) };
  }
}

function summary(all: number, rejected: number): string {
  if (rejected === 0) return `TikTok approved ${all === 1 ? 'the ad' : `all ${all} ads`}.`;
  return `TikTok rejected ${rejected} of ${all} ads. The others go live.`;
}

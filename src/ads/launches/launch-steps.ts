import { Injectable } from '@nestjs/common';
import { CallToActionStep } from './call-to-action-step.js';
import { CheckStep } from './check-step.js';
import { CreateSteps } from './create-steps.js';
import { CreativeStep } from './creative-step.js';
import { EnableSteps } from './enable-steps.js';
import { FollowedReview } from './followed-review.js';
import type { LaunchContext } from './launch-context.js';
import type { StepKind } from './launch-states.js';
import type { LaunchStep } from './launch-step.entity.js';
import type { StepResult } from './step-result.js';

type Run = (context: LaunchContext, step: LaunchStep) => Promise<StepResult>;

/** What each kind of step does. Every one may run again after a crash. */
@Injectable()
export class LaunchSteps {
  private readonly runs: Record<StepKind, Run>;

  constructor(
    check: CheckStep,
    creative: CreativeStep,
    callToAction: CallToActionStep,
    create: CreateSteps,
    review: FollowedReview,
    enable: EnableSteps,
  ) {
    this.runs = {
      check: (context, step) => check.run(context, step),
      creative: (context, step) => creative.run(context, step),
      call_to_action: (context, step) => callToAction.run(context, step),
      campaign: (context, step) => create.campaign(context, step),
      ad_group: (context, step) => create.adGroup(context, step),
      ad: (context, step) => create.ad(context, step),
      review: (context, step) => review.run(context, step),
      enable_ads: (context, step) => enable.ads(context, step),
      enable_ad_groups: (context, step) => enable.adGroups(context, step),
      enable_campaign: (context, step) => enable.campaign(context, step),
    };
  }

  run(context: LaunchContext, step: LaunchStep): Promise<StepResult> {
    return this.runs[step.kind](context, step);
  }
}

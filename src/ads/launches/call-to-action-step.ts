import { Injectable } from '@nestjs/common';
import { callerOf } from '../../integrations/index.js';
import { CallToActionPortfolios } from '../writes/call-to-action-portfolios.js';
import type { LaunchContext } from './launch-context.js';
import { callToActionOf } from './launch-plan.js';
import type { LaunchStep } from './launch-step.entity.js';
import type { StepResult } from './step-result.js';

/** Prepares a call to action for the ads that show it. */
@Injectable()
export class CallToActionStep {
  constructor(private readonly portfolios: CallToActionPortfolios) {}

  async run({ account, launch }: LaunchContext, step: LaunchStep): Promise<StepResult> {
    const word = callToActionOf(step.key);
    const callToActionId = await this.portfolios.create(callerOf(account), launch.body.objective, word);
    return { kind: 'done', detail: { callToActionId } };
  }
}

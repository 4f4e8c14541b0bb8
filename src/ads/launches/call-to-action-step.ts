import { Injectable } from '@nestjs/common';
import { callerOf } from '../../integrations/index.js';
import { AdToolApi, PortfolioApi } from '../../tiktok/index.js';
import { withShortWaits } from '../objects/short-waits.js';
import type { LaunchContext } from './launch-context.js';
import { callToActionOf } from './launch-plan.js';
import type { LaunchStep } from './launch-step.entity.js';
import type { StepResult } from './step-result.js';

// What the button leads to, in the words of TikTok's recommendations.
const CONTENT_TYPES: Record<string, string> = { APP_PROMOTION: 'APP_DOWNLOAD' };

/**
 * Makes the portfolio of a call to action, whose id Upgraded Smart+ wants. A second portfolio after a lost answer costs
 * nothing and shows nowhere, and TikTok never lists them, so it is made again.
 */
@Injectable()
export class CallToActionStep {
  constructor(
    private readonly tools: AdToolApi,
    private readonly portfolios: PortfolioApi,
  ) {}

  async run({ account, launch }: LaunchContext, step: LaunchStep): Promise<StepResult> {
    const caller = callerOf(account);
    const word = callToActionOf(step.key);
    const type = CONTENT_TYPES[launch.body.objective] ?? 'LANDING_PAGE';
    const offered = await withShortWaits(() => this.tools.recommendedCallsToAction(caller, type));
    const found = offered.find(({ asset_content: text }) => text && asWord(text) === word);
    if (!found?.asset_ids || !found.asset_content)
      return {
        kind: 'failed',
        code: 'call_to_action_not_offered',
        message:
          `TikTok offers no call to action ${word} for this ad account. It offers ` +
          `${offered.map(({ asset_content: text }) => asWord(text ?? '')).join(', ') || 'none'}.`,
      };
    const assets = [{ asset_ids: found.asset_ids, asset_content: found.asset_content }];
    const callToActionId = await withShortWaits(() => this.portfolios.createCallToAction(caller, assets));
    if (callToActionId === undefined) throw new Error('TikTok sent no id of the call to action');
    return { kind: 'done', detail: { callToActionId } };
  }
}

/** `Shop now` is SHOP_NOW in the fields of ads. */
function asWord(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_');
}

import { Injectable } from '@nestjs/common';
import { AdvertiserApi } from '../../tiktok/index.js';
import type { LaunchContext } from './launch-context.js';
import type { StepResult } from './step-result.js';

const DELIVERS = 'STATUS_ENABLE';

/** Checks that the ad account may deliver, before anything is created in it. */
@Injectable()
export class CheckStep {
  constructor(private readonly advertisers: AdvertiserApi) {}

  async run({ account }: LaunchContext): Promise<StepResult> {
    const [info] = await this.advertisers.info(account.credentialId, [account.accountId]);
    if (!info)
      return {
        kind: 'failed',
        code: 'ad_account_unavailable',
        message:
          'TikTok no longer shows this ad account to the connected user. Connect the ad accounts again.',
      };
    if (info.status !== undefined && info.status !== DELIVERS)
      return {
        kind: 'failed',
        code: 'ad_account_not_enabled',
        message:
          `TikTok does not let this ad account deliver (${info.status}${info.rejection_reason ? `: ${info.rejection_reason}` : ''}). ` +
          'Fix it in TikTok Ads Manager, then resume the launch.',
      };
    return { kind: 'done' };
  }
}

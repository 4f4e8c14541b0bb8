import { Injectable } from '@nestjs/common';
import { AdvertiserApi } from '../../tiktok/index.js';
import { LaunchCheck } from '../facts/launch-check.js';
import { withShortWaits } from '../objects/short-waits.js';
import type { ComplaintView } from '../rules/dto/complaint.view.js';
import type { LaunchContext } from './launch-context.js';
import type { StepResult } from './step-result.js';

const DELIVERS = 'STATUS_ENABLE';

const MOST_SHOWN = 5;

/** Checks that the ad account may deliver, and still has what the launch names, before anything is created in it. */
@Injectable()
export class CheckStep {
  constructor(
    private readonly advertisers: AdvertiserApi,
    private readonly check: LaunchCheck,
  ) {}

  async run({ account, launch }: LaunchContext): Promise<StepResult> {
    const [info] = await withShortWaits(() =>
      this.advertisers.info(account.credentialId, [account.accountId]),
    );
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
    // What TikTok does not answer now is found out when the object is created.
    const { complaints } = await this.check.of(account, launch.body, 'background');
    if (complaints.length > 0)
      return { kind: 'failed', code: 'launch_no_longer_valid', message: refusalText(complaints) };
    return { kind: 'done' };
  }
}

function refusalText(complaints: readonly ComplaintView[]): string {
  const shown = complaints.slice(0, MOST_SHOWN).map(({ field, message }) => `${field}: ${message}`);
  const more = complaints.length - shown.length;
  const rest = more > 0 ? ` And ${more} more; POST /api/ads/validate lists all.` : '';
  return `TikTok would now refuse this launch. Nothing was created. ${shown.join(' ')}${rest}`;
}

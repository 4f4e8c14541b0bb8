import { Injectable } from '@nestjs/common';
import { AdvertiserApi } from '../../tiktok/index.js';
import { LaunchCheck, type KnownLaunch } from '../facts/launch-check.js';
import { withShortWaits } from '../objects/short-waits.js';
import type { ComplaintView } from '../rules/dto/complaint.view.js';
import { growingPause } from '../writes/growing-pause.js';
import type { LaunchContext } from './launch-context.js';
import type { LaunchStep } from './launch-step.entity.js';
import { LaunchStore } from './launch-store.js';
import type { StepResult } from './step-result.js';

const DELIVERS = 'STATUS_ENABLE';

const MOST_SHOWN = 5;
/** Pauses double up to 5 min, so this takes about half an hour. */
const MOST_ASKED = 12;
const FIRST_PAUSE_SECONDS = 2;

/** Checks that the ad account may deliver, and still has what the launch names, before anything is created in it. */
@Injectable()
export class CheckStep {
  constructor(
    private readonly advertisers: AdvertiserApi,
    private readonly check: LaunchCheck,
    private readonly store: LaunchStore,
  ) {}

  async run({ account, launch }: LaunchContext, step: LaunchStep): Promise<StepResult> {
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
    const isOpen = step.detail?.openPublications === true;
    const known = await this.check.know(account, launch.body, 'background', isOpen ? 'decide' : 'decided');
    const { complaints } = this.check.judge(account, known);
    if (complaints.length > 0)
      return { kind: 'failed', code: 'launch_no_longer_valid', message: refusalText(complaints) };
    return isOpen ? await this.decide(launch.id, step, known) : { kind: 'done' };
  }

  /** Nothing is uploaded before it is known whether a publication becomes a post or an upload. */
  private async decide(id: string, { detail }: LaunchStep, known: KnownLaunch): Promise<StepResult> {
    if (!known.facts.openPublications?.size) {
      await this.store.change(id, () => ({ body: known.launch }));
      return { kind: 'done', detail: { openPublications: false, failures: 0 } };
    }
    const failures = (detail?.failures ?? 0) + 1;
    const reason =
      known.unchecked.find(({ field }) => field.endsWith('.creative.publicationId'))?.reason ?? '';
    if (failures > MOST_ASKED)
      return { kind: 'failed', code: 'publication_undecided', message: undecidedText(reason) };
    return {
      kind: 'waiting',
      seconds: growingPause(failures, FIRST_PAUSE_SECONDS),
      message: `It is not known yet whether an ad shows a post or the files of its publication. ${reason}`,
      detail: { failures },
    };
  }
}

function undecidedText(reason: string): string {
  return (
    'TikTok did not answer whether the identity of an ad is the account that posted its publication, so nothing was created. ' +
    `${reason} Resume the launch, or name the post in creative.postId.`
  );
}

function refusalText(complaints: readonly ComplaintView[]): string {
  const shown = complaints.slice(0, MOST_SHOWN).map(({ field, message }) => `${field}: ${message}`);
  const more = complaints.length - shown.length;
  const rest = more > 0 ? ` And ${more} more; POST /api/ads/validate lists all.` : '';
  return `TikTok would now refuse this launch. Nothing was created. ${shown.join(' ')}${rest}`;
}

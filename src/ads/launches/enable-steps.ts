import { Injectable } from '@nestjs/common';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import { StatusBatches } from '../writes/status-batches.js';
import { actorOf, createdBy, stepOf, type LaunchContext } from './launch-context.js';
import { LaunchEnabling } from './launch-enabling.js';
import { adGroupKey, adKey, CAMPAIGN_KEY } from './launch-plan.js';
import type { LaunchStep } from './launch-step.entity.js';
import type { StepResult } from './step-result.js';

/** Enables what passed the review: ads first, then their ad groups, the campaign last. Until then nothing spends. */
@Injectable()
export class EnableSteps {
  constructor(
    private readonly enabling: LaunchEnabling,
    private readonly statuses: StatusBatches,
    private readonly reader: AdObjectReader,
  ) {}

  async ads(context: LaunchContext, step: LaunchStep): Promise<StepResult> {
    const created = context.steps.filter(({ kind, objectId }) => kind === 'ad' && objectId !== null);
    const review = stepOf(context, 'review')?.detail?.review ?? {};
    const ids = created.flatMap(({ objectId }) =>
      objectId !== null && review[objectId]?.verdict === 'approved' ? [objectId] : [],
    );
    return await this.enabling.run(context, step, 'ad', ids);
  }

  /** Ad groups without an enabled ad stay paused. */
  async adGroups(context: LaunchContext, step: LaunchStep): Promise<StepResult> {
    const enabled = enabledAds(context);
    const ids = context.launch.body.adGroups.flatMap((group, at) => {
      const ads = group.ads.map((_, index) => createdBy(context, adKey(at, index)));
      return ads.some((id) => enabled.has(id)) ? [createdBy(context, adGroupKey(at))] : [];
    });
    return await this.enabling.run(context, step, 'ad_group', ids);
  }

  async campaign(context: LaunchContext, step: LaunchStep): Promise<StepResult> {
    return await this.enabling.run(context, step, 'campaign', [createdBy(context, CAMPAIGN_KEY)]);
  }

  /**
   * Pauses the campaign of a cancelled launch, which may have been enabled in the meantime. A pause too many does no harm.
   * @throws Error unless TikTok has it paused or deleted
   */
  async pauseCampaign(context: LaunchContext): Promise<void> {
    const campaign = stepOf(context, CAMPAIGN_KEY);
    const enabling = stepOf(context, 'enable_campaign');
    if (!campaign?.objectId || !enabling) return;
    const { account, launch } = context;
    const kind = { family: launch.family, level: 'campaign' as const };
    const objects = [{ ...kind, id: campaign.objectId, name: launch.name, operationStatus: null }];
    const { stepKey: _, ...actor } = actorOf(launch, enabling);
    const call = { account, status: 'DISABLE', actor } as const;
    const { results, failure } = await this.statuses.set(call, objects);
    if (failure !== undefined) throw failure as Error;
    const [outcome] = results;
    if (outcome?.result === 'done' || (await this.isOff(context, campaign.objectId))) return;
    throw new Error(outcome?.message ?? 'TikTok did not confirm the pause');
  }

  private async isOff({ account, launch }: LaunchContext, campaignId: string): Promise<boolean> {
    const kind = { family: launch.family, level: 'campaign' as const };
    const [row] = await this.reader.byIds(account, kind, [campaignId]);
    return row?.operation_status === 'DISABLE' || row?.operation_status === 'DELETE';
  }
}

/** Those that passed the review and that this launch has enabled. */
function enabledAds(context: LaunchContext): Set<string> {
  const review = stepOf(context, 'review')?.detail?.review ?? {};
  const { refused, kept } = stepOf(context, 'enable_ads')?.detail ?? {};
  const left = { ...refused, ...kept };
  return new Set(Object.keys(review).filter((id) => review[id]?.verdict === 'approved' && !(id in left)));
}

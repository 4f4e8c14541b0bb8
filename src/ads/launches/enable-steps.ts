import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import type { AdLevel } from '../../tiktok/index.js';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import { AdObjectStore } from '../objects/ad-object.store.js';
import { PolicyGuard } from '../policy/policy-guard.js';
import { StatusChanges, type StatusOutcome } from '../writes/status-changes.js';
import { actorOf, createdBy, stepOf, type LaunchContext } from './launch-context.js';
import { adGroupKey, adKey, CAMPAIGN_KEY } from './launch-plan.js';
import { isRunning } from './launch-states.js';
import { LaunchStore } from './launch-store.js';
import type { LaunchStep } from './launch-step.entity.js';
import type { StepResult } from './step-result.js';

// TikTok takes one write per Upgraded Smart+ ad within 5 s. Corrections §2a.
const AD_PAUSE_SECONDS = 5;
const AFTER_UNKNOWN_SECONDS = 5;

/** Enables what passed the review: ads first, then their ad groups, the campaign last. Until then nothing spends. */
@Injectable()
export class EnableSteps {
  constructor(
    private readonly statuses: StatusChanges,
    private readonly launches: LaunchStore,
    private readonly store: AdObjectStore,
    private readonly reader: AdObjectReader,
    private readonly policy: PolicyGuard,
    private readonly clock: Clock,
  ) {}

  async ads(context: LaunchContext, step: LaunchStep): Promise<StepResult> {
    const created = context.steps.filter(({ kind, objectId }) => kind === 'ad' && objectId !== null);
    const pause = context.launch.family === 'us_plus' ? this.pauseAfter(created) : 0;
    if (pause > 0)
      return {
        kind: 'waiting',
        seconds: pause,
        message: 'TikTok takes one change of an Upgraded Smart+ ad within 5 s.',
      };
    const review = stepOf(context, 'review')?.detail?.review ?? {};
    const ids = created.flatMap(({ objectId }) =>
      objectId !== null && review[objectId]?.verdict === 'approved' ? [objectId] : [],
    );
    return await this.enable(context, step, 'ad', ids);
  }

  /** Ad groups without an enabled ad stay paused. */
  async adGroups(context: LaunchContext, step: LaunchStep): Promise<StepResult> {
    const enabled = enabledAds(context);
    const ids = context.launch.body.adGroups.flatMap((group, at) => {
      const ads = group.ads.map((_, index) => createdBy(context, adKey(at, index)));
      return ads.some((id) => enabled.has(id)) ? [createdBy(context, adGroupKey(at))] : [];
    });
    return await this.enableWithinPolicy(context, step, 'ad_group', ids);
  }

  async campaign(context: LaunchContext, step: LaunchStep): Promise<StepResult> {
    return await this.enableWithinPolicy(context, step, 'campaign', [createdBy(context, CAMPAIGN_KEY)]);
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
    const objects = [{ id: campaign.objectId, name: launch.name, operationStatus: null }];
    const kind = { family: launch.family, level: 'campaign' as const };
    const { stepKey: _, ...actor } = actorOf(launch, enabling);
    const [outcome] = await this.statuses.set(account, kind, objects, 'DISABLE', actor);
    if (outcome?.result === 'done' || (await this.isOff(context, campaign.objectId))) return;
    throw new Error(outcome?.message ?? 'TikTok did not confirm the pause');
  }

  /** Checks the policy once more: other campaigns may have been enabled since the launch was accepted. */
  private async enableWithinPolicy(
    context: LaunchContext,
    step: LaunchStep,
    level: AdLevel,
    ids: string[],
  ): Promise<StepResult> {
    const edits = ids.map((id) => ({ level, id, status: 'ENABLE' as const }));
    return await this.policy.within(context.account, edits, () => this.enable(context, step, level, ids));
  }

  private async isOff({ account, launch }: LaunchContext, campaignId: string): Promise<boolean> {
    const kind = { family: launch.family, level: 'campaign' as const };
    const [row] = await this.reader.byIds(account, kind, [campaignId]);
    return row?.operation_status === 'DISABLE' || row?.operation_status === 'DELETE';
  }

  /** Seconds until TikTok takes another write to each of these ads. */
  private pauseAfter(created: readonly LaunchStep[]): number {
    const last = Math.max(...created.map(({ updatedAt }) => updatedAt.getTime()));
    return Math.ceil((last - this.clock.now().getTime()) / 1000) + AD_PAUSE_SECONDS;
  }

  /** Enables what is not enabled yet. Looks at the launch once more first: a user may have stopped it meanwhile. */
  private async enable(
    context: LaunchContext,
    step: LaunchStep,
    level: AdLevel,
    ids: string[],
  ): Promise<StepResult> {
    const { account, launch, claim } = context;
    const kind = { family: launch.family, level };
    await this.reader.byIds(account, kind, ids);
    const objects = await this.store.find(account.accountId, level, ids);
    const known = new Map(objects.map((object) => [object.id, object]));
    const open = ids
      .map((id) => known.get(id) ?? { id, name: null, operationStatus: null })
      .filter(({ operationStatus }) => operationStatus !== 'ENABLE');
    if (open.length === 0) return { kind: 'done', detail: { refused: {} } };
    await claim.assertHeld();
    const { launch: now } = await this.launches.load(launch.id);
    if (!isRunning(now.status)) return { kind: 'waiting', seconds: 0, message: 'The launch was stopped.' };
    const { stepKey: _, ...actor } = actorOf(launch, step);
    return resultOf(await this.statuses.set(account, kind, open, 'ENABLE', actor), ids.length);
  }
}

/** @param all how many are enabled if none is refused */
function resultOf(outcomes: StatusOutcome[], all: number): StepResult {
  if (outcomes.some(({ result }) => result === 'unknown'))
    return {
      kind: 'waiting',
      seconds: AFTER_UNKNOWN_SECONDS,
      message: 'TikTok did not answer. The service sets the status again, which does no harm.',
    };
  const refused = Object.fromEntries(
    outcomes.flatMap(({ id, result, message }) => (result === 'refused' ? [[id, message ?? '']] : [])),
  );
  const [first] = Object.values(refused);
  if (Object.keys(refused).length === all)
    return { kind: 'failed', code: 'enable_refused', message: first ?? '', detail: { refused } };
  return { kind: 'done', detail: { refused } };
}

function enabledAds(context: LaunchContext): Set<string> {
  const review = stepOf(context, 'review')?.detail?.review ?? {};
  const refused = stepOf(context, 'enable_ads')?.detail?.refused ?? {};
  return new Set(Object.keys(review).filter((id) => review[id]?.verdict === 'approved' && !(id in refused)));
}

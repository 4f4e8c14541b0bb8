import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { completedAdGroup } from '../rules/launch-defaults.js';
import type { AdLevel, WireBody } from '../../tiktok/index.js';
import { ObjectCreation } from '../writes/object-creation.js';
import { WIRE_BODIES } from '../drivers/wire-bodies.js';
import type { LibraryCreative } from '../drivers/specs.js';
import { isBudgetOptimized } from '../spec/budget-optimization.js';
import type { CreativeDto } from '../spec/creative.dto.js';
import { actorOf, createdBy, stepOf, type LaunchContext } from './launch-context.js';
import { adGroupKey, callToActionKey, CAMPAIGN_KEY, creativeKey } from './launch-plan.js';
import type { LaunchStep } from './launch-step.entity.js';
import type { StepResult } from './step-result.js';

/** Creates the objects of a launch, all of them paused. */
@Injectable()
export class CreateSteps {
  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly creation: ObjectCreation,
  ) {}

  async campaign(context: LaunchContext, step: LaunchStep): Promise<StepResult> {
    const { body, family } = context.launch;
    const wire = WIRE_BODIES[family].campaign(body, isBudgetOptimized(body, body.adGroups));
    return await this.create(context, step, { level: 'campaign', name: body.name, body: wire });
  }

  async adGroup(context: LaunchContext, step: LaunchStep): Promise<StepResult> {
    const { body, family } = context.launch;
    const spec = this.completed(context, step);
    const wire = WIRE_BODIES[family].adGroup(spec, {
      campaignId: createdBy(context, CAMPAIGN_KEY),
      objective: body.objective,
      budgetOptimized: isBudgetOptimized(body, body.adGroups),
      schedule: body.schedule,
    });
    return await this.create(context, step, { level: 'ad_group', name: spec.name, body: wire });
  }

  async ad(context: LaunchContext, step: LaunchStep): Promise<StepResult> {
    const [at, index] = indexesOf(step);
    const ad = groupOf(context, step).ads[index ?? -1];
    if (!ad) throw new Error(`the launch has no ad for ${step.key}`);
    const spec = { ...ad, creative: inLibrary(context, ad.creative), ...callToActionIn(context, ad) };
    const wire = WIRE_BODIES[context.launch.family].ad(spec, createdBy(context, adGroupKey(at)));
    return await this.create(context, step, { level: 'ad', name: ad.name, body: wire });
  }

  private completed({ launch, account }: LaunchContext, step: LaunchStep) {
    const { body, family } = launch;
    const { rules: settings } = this.config.ads;
    const rules = { driver: family, settings, currency: account.currency, now: this.clock.now() };
    const group = completedAdGroup(body, indexesOf(step)[0], rules);
    if (!group) throw new Error(`the launch has no ad group for ${step.key}`);
    return group;
  }

  private async create(
    { account, launch, claim }: LaunchContext,
    step: LaunchStep,
    { level, name, body }: { level: AdLevel; name: string; body: WireBody },
  ): Promise<StepResult> {
    await claim.assertHeld();
    const wanted = { kind: { family: launch.family, level }, name, body };
    const change = await this.creation.create(account, wanted, actorOf(launch, step));
    if (change.state !== 'succeeded' || change.objectId === null)
      return { kind: 'failed', code: change.failCode ?? 'unknown', message: change.failMessage ?? '' };
    return { kind: 'done', objectId: change.objectId };
  }
}

function groupOf({ launch }: LaunchContext, step: LaunchStep) {
  const group = launch.body.adGroups[indexesOf(step)[0]];
  if (!group) throw new Error(`the launch has no ad group for ${step.key}`);
  return group;
}

/** Reads the positions in `ad_group:0` and `ad:0.1`. */
function indexesOf({ key }: LaunchStep): [number, number?] {
  return key
    .slice(key.indexOf(':') + 1)
    .split('.')
    .map(Number) as [number, number?];
}

/** The portfolio of its call to action, if TikTok wants one. */
function callToActionIn(context: LaunchContext, { callToAction }: { callToAction?: string }) {
  const step = callToAction === undefined ? undefined : stepOf(context, callToActionKey(callToAction));
  return step?.detail?.callToActionId && { callToActionId: step.detail.callToActionId };
}

function inLibrary(context: LaunchContext, creative: CreativeDto): LibraryCreative {
  const key = creativeKey(creative);
  const { videoId, coverImageId, imageIds, musicId, postId, postType } = creative;
  if (key !== undefined) return { musicId, ...stepOf(context, key)?.detail?.creative };
  return { videoId, coverImageId, imageIds, musicId, postId, postType };
}

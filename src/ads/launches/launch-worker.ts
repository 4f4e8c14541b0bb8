import { Injectable } from '@nestjs/common';
import { Clock, DomainError, messageOf, noteFacts } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { AdAccountAccess, stepFailure } from '../../integrations/index.js';
import { outcomeOf, WorkHandler, type Claim } from '../../jobs/index.js';
import { ErrorExplainer, TikTokApiError } from '../../tiktok/index.js';
import { EnableSteps } from './enable-steps.js';
import { FollowedReview } from './followed-review.js';
import { lostTooLate } from './journal-objects.js';
import type { LaunchContext } from './launch-context.js';
import { staysPaused } from './launch-plan.js';
import { isOver, isRunning, PHASES, type LaunchStatus } from './launch-states.js';
import { LaunchStore, type LoadedLaunch } from './launch-store.js';
import type { LaunchStep } from './launch-step.entity.js';
import { LaunchSteps } from './launch-steps.js';
import { openSteps } from './open-steps.js';
import type { StepResult } from './step-result.js';
import { slide } from './step-window.js';

const MAX_ATTEMPTS = 13;
const OBJECT_RETURNED = {
  kind: 'failed',
  code: 'object_returned',
  message:
    'An object of this launch turned out to be another create’s, of the same name in the same ad account. What this launch ' +
    'created since is in the plan, paused. Delete it in TikTok Ads Manager, and launch again with other names.',
} as const;

/** Takes the steps of a launch in their order, and saves what each has done. A killed launch continues there. */
@Injectable()
export class LaunchWorker {
  constructor(
    private readonly config: AppConfig,
    private readonly store: LaunchStore,
    private readonly accounts: AdAccountAccess,
    private readonly steps: LaunchSteps,
    private readonly enabling: EnableSteps,
    private readonly review: FollowedReview,
    private readonly errors: ErrorExplainer,
    private readonly clock: Clock,
  ) {}

  @WorkHandler('launch')
  async handle(claim: Claim): Promise<void> {
    while (!claim.signal.aborted) {
      const loaded = await this.store.load(claim.id);
      if (loaded.launch.status === 'cancelled') return await this.finishCancelled(loaded, claim);
      if (!isRunning(loaded.launch.status)) return await this.rest(loaded);
      const lost = lostTooLate(loaded.steps);
      if (lost) return await this.fail(lost, OBJECT_RETURNED);
      const [first] = openSteps(loaded.steps, 1);
      if (!first) return await this.finish(loaded);
      if (!(await this.take(loaded, first, claim))) return;
    }
  }

  /** Runs the steps of a kind side by side. @returns true if those of the next kind may follow at once */
  private async take(loaded: LoadedLaunch, first: LaunchStep, claim: Claim): Promise<boolean> {
    const context = this.begin(loaded, first, claim);
    // The steps report its failure. If the launch is stopped at this moment, there are none.
    context.catch(() => undefined);
    return await slide<LaunchStep>({
      next: async (underWay) => {
        // A user may have stopped the launch. Its steps belong to the holder of the lease, who saves them as they end.
        const isStopped = claim.signal.aborted || !isRunning(await this.store.statusOf(loaded.launch.id));
        if (isStopped) return [];
        const open = openSteps(loaded.steps, this.config.ads.launchConcurrency, underWay);
        return open.filter(({ kind }) => kind === first.kind);
      },
      run: (step) => this.takeOne(context, step, claim),
    });
  }

  private async takeOne(context: Promise<LaunchContext>, step: LaunchStep, claim: Claim): Promise<boolean> {
    try {
      const result = await this.steps.run(await context, step);
      await this.save(step, result);
      return result.kind === 'done' || result.kind === 'skipped';
    } catch (error) {
      await this.handleFailure(step, claim, error);
      return false;
    }
  }

  private async begin(loaded: LoadedLaunch, first: LaunchStep, claim: Claim): Promise<LaunchContext> {
    const { launch } = loaded;
    const account = await this.accounts.find(launch.accountId);
    const status = PHASES[first.kind];
    if (launch.status !== status)
      await this.store.change(launch.id, (now) => (isRunning(now.launch.status) ? { status } : undefined));
    return { ...loaded, account, claim };
  }

  private async save(step: LaunchStep, result: StepResult): Promise<void> {
    if (result.kind === 'failed') return await this.fail(step, result);
    const dueAt = this.clock.inSeconds(result.kind === 'waiting' ? result.seconds : 0);
    const detail = 'detail' in result && result.detail ? { ...step.detail, ...result.detail } : step.detail;
    const objectId = ('objectId' in result ? result.objectId : undefined) ?? step.objectId;
    const message = result.message ?? null;
    await this.store.saveStep(step, { status: result.kind, objectId, detail, message }, { dueAt });
  }

  private async fail(step: LaunchStep, failure: Extract<StepResult, { kind: 'failed' }>): Promise<void> {
    const { code, message, detail } = failure;
    const saved = { status: 'failed' as const, message, detail: { ...step.detail, ...detail } };
    // One transaction: a failed step of a running launch would be passed over.
    await this.store.saveStep(step, saved, {
      status: 'failed',
      failCode: code,
      failReason: message,
      dueAt: null,
      finishedAt: this.clock.now(),
    });
  }

  private async handleFailure(step: LaunchStep, claim: Claim, error: unknown): Promise<void> {
    const isRefusal = error instanceof TikTokApiError || (error instanceof DomainError && error.status < 500);
    const failure = { ...stepFailure(error), rejected: isRefusal };
    const outcome = outcomeOf(failure, claim, { maxAttempts: MAX_ATTEMPTS });
    if (outcome.kind === 'stop' || outcome.kind === 'retry') throw outcome.error;
    const isFault = outcome.kind === 'exhausted' && outcome.isFault;
    if (isFault) noteFacts({ err: error });
    const code = isFault ? 'internal_fault' : 'tiktok_unreachable';
    await this.fail(step, {
      kind: 'failed',
      ...this.reasonOf(outcome.kind === 'rejected' ? error : { code }),
    });
  }

  private reasonOf(error: unknown): { code: string; message: string } {
    if (error instanceof DomainError) return { code: error.code, message: error.message };
    const { code, message } = this.errors.explain(error as TikTokApiError);
    return { code, message };
  }

  private async finish({ launch, steps }: LoadedLaunch): Promise<void> {
    const review = steps.find(({ kind }) => kind === 'review')?.detail?.review ?? {};
    const isPartly =
      Object.values(review).some(({ verdict }) => verdict !== 'approved') ||
      steps.some(({ detail }) => Object.keys({ ...detail?.refused, ...detail?.kept }).length > 0);
    const status: LaunchStatus = staysPaused(launch.body) ? 'ready' : isPartly ? 'partly_live' : 'live';
    await this.store.change(launch.id, (now) =>
      isRunning(now.launch.status) ? { status, dueAt: null, finishedAt: this.clock.now() } : undefined,
    );
  }

  /** A step that was put back while another one failed the launch has made the launch due again. */
  private async rest({ launch }: LoadedLaunch): Promise<void> {
    await this.store.change(launch.id, (now) =>
      isOver(now.launch.status) && now.launch.status !== 'cancelled' ? { dueAt: null } : undefined,
    );
  }

  /** A cancel may come while the last step runs: the campaign is paused again. */
  private async finishCancelled(loaded: LoadedLaunch, claim: Claim): Promise<void> {
    const { id, accountId } = loaded.launch;
    const campaign = loaded.steps.find(({ kind }) => kind === 'campaign');
    try {
      if (campaign?.objectId) {
        const context: LaunchContext = { ...loaded, account: await this.accounts.find(accountId), claim };
        await this.enabling.pauseCampaign(context);
        await this.review.stop(context);
      }
    } catch (error) {
      const failReason = `The campaign may still run: ${messageOf(error)}. Pause it in TikTok Ads Manager.`;
      await this.store.change(id, () => ({ failCode: 'pause_unconfirmed', failReason }));
      throw error;
    }
    await this.store.change(id, ({ launch }) =>
      launch.failCode === 'pause_unconfirmed'
        ? { dueAt: null, failCode: null, failReason: null }
        : { dueAt: null },
    );
  }
}

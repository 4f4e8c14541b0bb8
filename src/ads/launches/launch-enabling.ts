import { Injectable } from '@nestjs/common';
import type { AdLevel } from '../../tiktok/index.js';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import { AdObjectStore } from '../objects/ad-object.store.js';
import { PolicyGuard } from '../policy/policy-guard.js';
import { RecentWrites } from '../writes/recent-writes.js';
import { StatusBatches } from '../writes/status-batches.js';
import type { StatusObject } from '../writes/status-changes.js';
import { StopWords, type StopWord } from '../writes/stop-words.js';
import { enableResult, unanswered, type Enabled } from './enable-result.js';
import { actorOf, resumedAt, type LaunchContext } from './launch-context.js';
import { isRunning } from './launch-states.js';
import { LaunchStore } from './launch-store.js';
import type { LaunchStep } from './launch-step.entity.js';
import type { StepResult } from './step-result.js';

type Words = ReadonlyMap<string, StopWord>;

/** Enables objects of a launch, except those that a user has stopped since it created them. */
@Injectable()
export class LaunchEnabling {
  constructor(
    private readonly statuses: StatusBatches,
    private readonly recent: RecentWrites,
    private readonly words: StopWords,
    private readonly launches: LaunchStore,
    private readonly store: AdObjectStore,
    private readonly reader: AdObjectReader,
    private readonly policy: PolicyGuard,
  ) {}

  /** Looks at the launch once more before it enables anything: a user may have stopped it meanwhile. */
  async run(context: LaunchContext, step: LaunchStep, level: AdLevel, ids: string[]): Promise<StepResult> {
    const { accountId } = context.account;
    const objects = await this.read(context, level, ids);
    const stopped = await this.stopped(context, level, ids);
    const open = objects.filter(
      ({ id, operationStatus }) => operationStatus !== 'ENABLE' && !stopped.has(id),
    );
    const waits = await this.recent.waits(accountId, open);
    if (waits.size > 0)
      return {
        kind: 'waiting',
        seconds: Math.max(...waits.values()),
        message: 'TikTok takes one change of an Upgraded Smart+ ad within 5 s.',
      };
    await context.claim.assertHeld();
    const { launch: now } = await this.launches.load(context.launch.id);
    if (!isRunning(now.status)) return { kind: 'waiting', seconds: 0, message: 'The launch was stopped.' };
    const enabled = await this.enable(context, step, open);
    if (enabled.isUnknown) return unanswered(step, level);
    // A user's pause that came while we enabled has the last word.
    const kept = await this.stopped(context, level, ids);
    const wrong = objects.filter(
      ({ id, operationStatus }) => kept.has(id) && (operationStatus === 'ENABLE' || enabled.done.has(id)),
    );
    const paused = await this.set(context, step, 'DISABLE', wrong);
    if (paused.isUnknown) return unanswered(step, level);
    const unpaused = Object.entries(paused.refused).find(([id]) => kept.get(id)?.status === 'DISABLE');
    if (unpaused) return pauseRefused(unpaused);
    return enableResult(ids, { refused: enabled.refused, kept });
  }

  private async read(
    { account, launch }: LaunchContext,
    level: AdLevel,
    ids: string[],
  ): Promise<StatusObject[]> {
    const kind = { family: launch.family, level };
    await this.reader.byIds(account, kind, ids);
    const known = new Map((await this.store.find(account.accountId, level, ids)).map((one) => [one.id, one]));
    return ids.map((id) => known.get(id) ?? { id, ...kind, name: null, operationStatus: null });
  }

  /** Checks the policy once more: other campaigns may have been enabled since the launch was accepted. */
  private async enable(context: LaunchContext, step: LaunchStep, objects: StatusObject[]): Promise<Enabled> {
    // What an ad may spend is its ad group's.
    const edits = objects.flatMap(({ level, id }) =>
      level === 'ad' ? [] : [{ level, id, status: 'ENABLE' as const }],
    );
    return await this.policy.within(context.account, edits, () => this.set(context, step, 'ENABLE', objects));
  }

  private stopped(context: LaunchContext, level: AdLevel, ids: string[]): Promise<Words> {
    return this.words.of(context.account.accountId, level, ids, resumedAt(context));
  }

  /** @throws what left objects undone without a call, so that the job comes again */
  private async set(
    { account, launch }: LaunchContext,
    step: LaunchStep,
    status: 'ENABLE' | 'DISABLE',
    objects: StatusObject[],
  ): Promise<Enabled> {
    const { stepKey: _, ...actor } = actorOf(launch, step);
    const { results, failure } = await this.statuses.set({ account, status, actor }, objects);
    const isUnknown = results.some(({ result }) => result === 'unknown');
    if (failure !== undefined && !isUnknown) throw failure as Error;
    return {
      isUnknown,
      done: new Set(results.flatMap(({ id, result }) => (result === 'done' ? id : []))),
      refused: Object.fromEntries(
        results.flatMap(({ id, result, message = '' }) => (result === 'refused' ? [[id, message]] : [])),
      ),
    };
  }
}

function pauseRefused([id, reason]: [string, string]): StepResult {
  return {
    kind: 'failed',
    code: 'pause_unconfirmed',
    message: `A user has paused ${id} while the launch enabled it, and TikTok refused the pause: ${reason} It may run. Pause it in TikTok Ads Manager.`,
  };
}

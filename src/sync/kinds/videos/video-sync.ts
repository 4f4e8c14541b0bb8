import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../common/index.js';
import type { SyncPolicy } from '../../../config/index.js';
import { AccountDays } from '../../activity/account-days.js';
import { SnapshotMonths } from '../../activity/snapshot-months.js';
import { dueBands, nextSlot, withOffset } from '../../policy/cadence.js';
import { SyncPolicies } from '../../policy/sync-policies.js';
import { SyncsKind, type KindResult, type KindRun } from '../../runs/syncs-kind.js';
import { Schedules } from '../../schedule/schedules.js';
import { DueVideos } from './due-videos.js';
import { GoneVideos } from './gone-videos.js';
import { PLACES, pageCursor } from './run-place.js';
import { VideoInsights } from './video-insights.js';
import { VideoListing } from './video-listing.js';
import { videoPlan, type VideoPlan } from './video-plan.js';
import { VideoRefresh } from './video-refresh.js';
import { VideoWriter } from './video-writer.js';

/** Fetches the videos of an account: what is new, what is due, or everything. Continues where a killed run stopped. */
@Injectable()
export class VideoSync {
  constructor(
    private readonly listing: VideoListing,
    private readonly refresh: VideoRefresh,
    private readonly insights: VideoInsights,
    private readonly gone: GoneVideos,
    private readonly due: DueVideos,
    private readonly policies: SyncPolicies,
    private readonly schedules: Schedules,
    private readonly days: AccountDays,
    private readonly months: SnapshotMonths,
    private readonly clock: Clock,
  ) {}

  @SyncsKind('videos')
  async run(kindRun: KindRun): Promise<KindResult> {
    const { run } = kindRun;
    const policy = await this.policies.current();
    const schedule = await this.schedules.find(run);
    const plan = videoPlan(run, schedule, policy);
    const writer = new VideoWriter(
      kindRun,
      this.months,
      () => this.clock.now(),
      this.firstCursor(kindRun, plan),
    );
    const isStored = run.cursor === PLACES.insights;
    const complete =
      isStored ||
      (await saved(kindRun, writer, () =>
        plan.lists
          ? this.list(kindRun, writer, plan, policy)
          : this.update(kindRun, writer, plan, policy, schedule?.succeededAt ?? null),
      ));
    await this.insights.read(kindRun, policy, plan.lists, writer.place);
    return { complete, nextDueAt: await this.nextDueAt(kindRun, policy) };
  }

  /** Reads everything that TikTok lists. @returns false when TikTok cut the list short */
  private async list(
    kindRun: KindRun,
    writer: VideoWriter,
    plan: VideoPlan,
    policy: SyncPolicy,
  ): Promise<boolean> {
    const { run, integration, claim, progress } = kindRun;
    // In a resumed run, any of the previously skipped videos may have lacked an id.
    const unnamedBefore = progress.skipped;
    const total = await this.days.videoCount(run.integrationId);
    if (total !== null) progress.expect(total);
    const { ended, unnamed } =
      run.cursor === PLACES.listed
        ? { ended: true, unnamed: 0 }
        : await this.listing.listAll(kindRun, writer, plan.from);
    await writer.flush();
    if (!ended) {
      if (plan.isFirst)
        await progress.save(writer.place, (em) => this.schedules.change(em, key(kindRun), { cursor: null }));
      return false;
    }
    // A run that continued has not seen what an earlier one has stored.
    if (!plan.isFirst || plan.from === undefined)
      await this.gone.mark(run, integration, claim, unnamed + unnamedBefore);
    const complete = !plan.isContinued || (await this.listing.discover(kindRun, writer, policy));
    writer.alongside((em) =>
      this.schedules.change(em, key(kindRun), { cursor: null, listedAt: this.clock.now() }),
    );
    await writer.flush(PLACES.insights);
    progress.expect(progress.counts().items);
    return complete;
  }

  /** Reads what is new and what is due. @returns false when TikTok cut the list of new videos short */
  private async update(
    kindRun: KindRun,
    writer: VideoWriter,
    plan: VideoPlan,
    policy: SyncPolicy,
    succeededAt: Date | null,
  ): Promise<boolean> {
    const complete = !plan.discovers || (await this.listing.discover(kindRun, writer, policy));
    await writer.flush(PLACES.refresh);
    await this.refresh.refresh(kindRun, writer, policy, succeededAt);
    return complete;
  }

  /** The first listing of an account outlives its run: the next one continues at the same page. */
  private firstCursor(kindRun: KindRun, { lists, isFirst }: VideoPlan) {
    return async (em: EntityManager, place: string | null): Promise<void> => {
      const cursor = pageCursor(place);
      if (lists && isFirst && cursor !== undefined) await this.schedules.change(em, key(kindRun), { cursor });
    };
  }

  private async nextDueAt({ run }: KindRun, policy: SyncPolicy): Promise<Date> {
    const now = this.clock.now();
    const look = nextSlot(now, policy.discoverEveryHours);
    const refresh = await this.due.nextDue(run.integrationId, dueBands(policy.videos, now));
    const next = refresh && refresh < look ? refresh : look;
    return withOffset(next, run.integrationId);
  }
}

function key({ run }: KindRun) {
  return { integrationId: run.integrationId, kind: run.kind };
}

/** Writes what was fetched before a failure, so that the next attempt continues after it. */
async function saved<T>({ claim }: KindRun, writer: VideoWriter, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // The first failure counts.
    if (!claim.signal.aborted) await writer.flush().catch(() => undefined);
    throw error;
  }
}

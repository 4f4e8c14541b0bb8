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
import type { SyncSchedule } from '../../schedule/sync-schedule.entity.js';
import { DueVideos } from './due-videos.js';
import { EndingCovers } from './ending-covers.js';
import { GoneVideos } from './gone-videos.js';
import { placeText, readPlace, type RunPlace } from './run-place.js';
import { VideoInsights } from './video-insights.js';
import { VideoListing } from './video-listing.js';
import { firstPlace, isFirstListing, UNFINISHED_SEARCH } from './first-place.js';
import { VideoRefresh } from './video-refresh.js';
import { VideoWriter } from './video-writer.js';

/** A run and what its phases share. */
interface Trip extends KindRun {
  writer: VideoWriter;
  policy: SyncPolicy;
  schedule: SyncSchedule | null;
  /** Listed videos without an id: each may be any video. Before a kill, any of the skipped ones may have lacked it. */
  unnamed: number;
}

/** Fetches the videos of an account: what is new, what is due, or everything. Continues where a killed run stopped. */
@Injectable()
export class VideoSync {
  constructor(
    private readonly listing: VideoListing,
    private readonly refresh: VideoRefresh,
    private readonly insights: VideoInsights,
    private readonly gone: GoneVideos,
    private readonly due: DueVideos,
    private readonly covers: EndingCovers,
    private readonly policies: SyncPolicies,
    private readonly schedules: Schedules,
    private readonly days: AccountDays,
    private readonly months: SnapshotMonths,
    private readonly clock: Clock,
  ) {}

  @SyncsKind('videos')
  async run(kindRun: KindRun): Promise<KindResult> {
    const policy = await this.policies.current();
    const schedule = await this.schedules.find(kindRun.run);
    const keep = this.keptPlace(kindRun, schedule);
    const writer = new VideoWriter(kindRun, this.months, () => this.clock.now(), keep);
    const trip: Trip = { ...kindRun, writer, policy, schedule, unnamed: kindRun.progress.skipped };
    const place = await saved(trip, () => this.store(trip, firstPlace(kindRun.run, schedule, policy)));
    await this.insights.read(kindRun, policy, place);
    return { complete: !place.cut, nextDueAt: await this.nextDueAt(kindRun, policy) };
  }

  /** Goes through the phases in order. @returns the place once all videos are stored */
  private async store(trip: Trip, first: RunPlace): Promise<RunPlace> {
    let place = first;
    if (place.phase === 'list') place = await this.list(trip, place);
    if (place.phase === 'listed') place = await this.afterListing(trip, place);
    if (place.phase === 'discover') place = await this.discover(trip, place);
    if (place.phase === 'refresh') place = await this.refreshDue(trip, place);
    return place;
  }

  /** list → listed, or → refresh when TikTok has cut the list short: the videos behind the cut can be read by their ids */
  private async list(trip: Trip, place: RunPlace): Promise<RunPlace> {
    const { run, progress, writer } = trip;
    const total = await this.days.videoCount(run.integrationId);
    if (total !== null) progress.expect(total);
    const { ended, unnamed } = await this.listing.listAll(trip, writer, place);
    trip.unnamed += unnamed;
    if (ended) return await at(writer, { ...place, phase: 'listed', cursor: undefined });
    const cut = {
      cursor: null,
      discoveredAt: run.startedAt,
      cutAt: this.clock.now(),
      cuts: cutsOf(trip) + 1,
    };
    writer.alongside((em) => this.schedules.change(em, key(trip), cut));
    return await at(writer, { phase: 'refresh', all: true, cut: true });
  }

  /** listed → insights; → discover after an earlier run's part of the list, which is newer than this one's */
  private async afterListing(trip: Trip, place: RunPlace): Promise<RunPlace> {
    const { run, integration, claim, writer } = trip;
    if (place.continued) return await at(writer, { ...place, phase: 'discover' });
    await this.gone.mark(run, integration, claim, trip.unnamed);
    return await this.allRead(trip, place);
  }

  /** discover → refresh; → insights in a run that has listed everything, or found an empty list */
  private async discover(trip: Trip, place: RunPlace): Promise<RunPlace> {
    const { run, writer, policy } = trip;
    const { ended, isEmpty, pages } = await this.listing.discover(trip, writer, policy, place);
    // The account may have become private. Or TikTok errs, so each video is asked for before it counts as gone.
    if (isEmpty && !place.all) trip.unnamed = Math.max(trip.unnamed, 1);
    if (isEmpty && !place.all) return await this.afterListing(trip, { phase: 'listed', all: true });
    const done = ended ? place : { ...place, cut: true };
    if (place.all) return await this.allRead(trip, done);
    const isSearchOver = pages > 1 || place.cursor !== undefined;
    const looked = { discoveredAt: run.startedAt, ...(isSearchOver && { cursor: null }) };
    writer.alongside((em) => this.schedules.change(em, key(trip), looked));
    return await at(writer, { ...done, phase: 'refresh', cursor: undefined });
  }

  /** refresh → insights */
  private async refreshDue(trip: Trip, place: RunPlace): Promise<RunPlace> {
    const { writer, policy } = trip;
    await this.refresh.refresh(trip, writer, { policy, place });
    return await at(writer, { ...place, phase: 'insights' });
  }

  /** Commits that everything has been listed together with the place after it. */
  private async allRead(trip: Trip, place: RunPlace): Promise<RunPlace> {
    const { run, progress, writer } = trip;
    const whole = { listedAt: this.clock.now(), discoveredAt: run.startedAt, cutAt: null, cuts: 0 };
    writer.alongside((em) => this.schedules.change(em, key(trip), { cursor: null, ...whole }));
    const next = await at(writer, { ...place, phase: 'insights', cursor: undefined });
    progress.expect(progress.counts().items);
    return next;
  }

  /**
   * What outlives a failed run: the first listing of an account continues at the same page, and a search for new videos
   * that has not ended is made up for by a listing.
   */
  private keptPlace(kindRun: KindRun, schedule: SyncSchedule | null) {
    return async (em: EntityManager, text: string | null): Promise<void> => {
      const { phase, cursor, all } = readPlace(text) ?? {};
      if (cursor === undefined) return;
      if (phase === 'list' && isFirstListing(schedule))
        await this.schedules.change(em, key(kindRun), { cursor });
      if (phase === 'discover' && !all)
        await this.schedules.change(em, key(kindRun), { cursor: UNFINISHED_SEARCH });
    };
  }

  private async nextDueAt({ run }: KindRun, policy: SyncPolicy): Promise<Date> {
    const now = this.clock.now();
    const look = nextSlot(now, policy.discoverEveryHours);
    const refresh = await this.due.nextDue(run.integrationId, dueBands(policy.videos, now));
    const cover = await this.covers.nextDue(run.integrationId);
    const next = Math.min(look.getTime(), refresh?.getTime() ?? Infinity, cover?.getTime() ?? Infinity);
    return withOffset(new Date(next), run.integrationId);
  }
}

function cutsOf({ schedule }: Trip): number {
  return schedule?.cuts ?? 0;
}

function key({ run }: KindRun) {
  return { integrationId: run.integrationId, kind: run.kind };
}

/** Writes what has been read, and that the run continues here. */
async function at(writer: VideoWriter, place: RunPlace): Promise<RunPlace> {
  await writer.flush(placeText(place));
  return place;
}

/** Writes what was fetched before a failure, so that the next attempt continues after it. */
async function saved<T>({ claim, writer }: Trip, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // The first failure counts.
    if (!claim.signal.aborted) await writer.flush().catch(() => undefined);
    throw error;
  }
}

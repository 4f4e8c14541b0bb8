import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import type { SyncPolicy } from '../../../config/index.js';
import { MAX_QUERIED_VIDEOS, VideoApi } from '../../../tiktok/index.js';
import type { VideoUse } from '../../activity/video-batch.js';
import { idOf } from '../../activity/video-reading.js';
import { dueBands } from '../../policy/cadence.js';
import { AskedVideos } from '../../schedule/asked-videos.js';
import type { KindRun } from '../../runs/syncs-kind.js';
import { DueVideos } from './due-videos.js';
import { EndingCovers } from './ending-covers.js';
import { NOT_LISTED } from './gone-reasons.js';
import { placeText, type RunPlace } from './run-place.js';
import type { VideoWriter } from './video-writer.js';

const MARK_GONE = `
  UPDATE social_activity SET gone_at = coalesce(gone_at, $3), checked_at = $3,
    gone_reason = CASE WHEN gone_at IS NULL THEN '${NOT_LISTED}' ELSE gone_reason END
  WHERE integration_id = $1 AND video_id = ANY($2) AND seen_run IS DISTINCT FROM $4::uuid`;

interface RefreshTask {
  policy: SyncPolicy;
  place: RunPlace;
}

/** Reads the figures of due videos by their ids. TikTok leaves out those that it no longer shows. */
@Injectable()
export class VideoRefresh {
  constructor(
    private readonly videos: VideoApi,
    private readonly due: DueVideos,
    private readonly covers: EndingCovers,
    private readonly asked: AskedVideos,
    private readonly clock: Clock,
  ) {}

  async refresh(kindRun: KindRun, writer: VideoWriter, { policy, place }: RefreshTask): Promise<void> {
    const { run, integration, progress } = kindRun;
    const now = this.clock.now();
    const bands = dueBands(policy.videos, now);
    progress.expect(progress.counts().items + (await this.due.count(run, bands)));
    const asked = await this.asked.open(integration.id);
    const toCheck = await this.due.toCheck(integration.id, now);
    await this.queryAll(kindRun, writer, place, [...new Set([...asked, ...toCheck])]);
    writer.alongside((em) => this.asked.settle(em, integration.id));
    for await (const ids of this.due.pages(run, bands)) await this.queryAll(kindRun, writer, place, ids);
    await this.renewCovers(kindRun, writer, place);
  }

  /** Renews covers between two readings of figures. These readings are no part of the history. */
  private async renewCovers(kindRun: KindRun, writer: VideoWriter, place: RunPlace): Promise<void> {
    const { run, progress } = kindRun;
    if ((await this.covers.find(run)).length === 0) return;
    // Due videos that were read just now have a new cover, too.
    await writer.flush();
    const ids = await this.covers.find(run);
    progress.expect(progress.counts().items + ids.length);
    await this.queryAll(kindRun, writer, place, ids, 'latest');
  }

  private async queryAll(
    kindRun: KindRun,
    writer: VideoWriter,
    place: RunPlace,
    ids: readonly string[],
    use: VideoUse = 'history',
  ): Promise<void> {
    for (let index = 0; index < ids.length; index += MAX_QUERIED_VIDEOS) {
      const asked = ids.slice(index, index + MAX_QUERIED_VIDEOS);
      await this.query(kindRun, writer, place, asked, use);
      kindRun.claim.signal.throwIfAborted();
    }
  }

  private async query(
    { run, integration }: KindRun,
    writer: VideoWriter,
    place: RunPlace,
    asked: string[],
    use: VideoUse,
  ): Promise<void> {
    const { videos } = await this.videos.query(integration.credentialId, asked);
    const capturedAt = this.clock.now();
    const { unnamed } = await writer.add({ videos, capturedAt, place: placeText(place), use: () => use });
    // Without a readable answer, no video may be marked.
    if (!Array.isArray(videos) || unnamed > 0) return;
    const shown = new Set((videos as unknown[]).map(idOf));
    const missing = asked.filter((id) => !shown.has(id));
    if (missing.length === 0) return;
    writer.alongside(async (em) => {
      await em.query(MARK_GONE, [run.integrationId, missing, capturedAt, run.id]);
    });
  }
}

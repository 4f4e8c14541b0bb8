import { Injectable } from '@nestjs/common';
import { Clock } from '../common/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import type { Claim } from '../jobs/index.js';
import { VideoApi, walkPages } from '../tiktok/index.js';
import { GoneVideos } from './gone-videos.js';
import { SocialActivity } from './social-activity.js';
import { SyncRuns, type StartedRun, type SyncCounts } from './sync-runs.js';

/** The result of a video sync. Incomplete when TikTok cut its list short. */
export interface VideoSyncResult {
  counts: SyncCounts;
  complete: boolean;
}

/** Fetches an account's list of videos page by page. Continues where a killed run stopped. */
@Injectable()
export class VideoSync {
  constructor(
    private readonly videos: VideoApi,
    private readonly activity: SocialActivity,
    private readonly gone: GoneVideos,
    private readonly runs: SyncRuns,
    private readonly clock: Clock,
  ) {}

  async run(run: StartedRun, integration: IntegrationRef, claim: Claim): Promise<VideoSyncResult> {
    const counts = { items: run.items, skipped: run.skipped };
    const read = (cursor: string | undefined) => this.videos.list(integration.credentialId, cursor);
    let ended = false;
    // In a resumed run, any of the previously skipped videos may have lacked an id.
    let unnamedVideos = run.skipped;
    for await (const { page, next } of walkPages(read, run.cursor ?? undefined)) {
      const { stored, skipped, unnamed } = await this.activity.store(
        integration,
        page.videos,
        this.clock.now(),
        run.id,
      );
      counts.items += stored;
      counts.skipped += skipped;
      unnamedVideos += unnamed;
      ended = next.kind === 'end';
      if (next.kind === 'page') await this.runs.progress(run.id, counts, next.cursor);
      claim.signal.throwIfAborted();
    }
    if (ended) await this.gone.mark(run, integration, claim, unnamedVideos);
    return { counts, complete: ended };
  }
}

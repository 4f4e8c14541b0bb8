import { Injectable } from '@nestjs/common';
import { Clock } from '../common/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import type { Claim } from '../jobs/index.js';
import { VideoApi, walkPages } from '../tiktok/index.js';
import { GoneVideos } from './gone-videos.js';
import { SocialActivity } from './social-activity.js';
import { SyncRuns, type StartedRun, type SyncCounts } from './sync-runs.js';

/** What a sync of videos came to; incomplete when TikTok's list did not hold every video. */
export interface VideoSyncResult {
  counts: SyncCounts;
  complete: boolean;
}

/** Fetches an account's list of videos page by page, and goes on where a killed run stopped. */
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
    for await (const { page, next } of walkPages(read, run.cursor ?? undefined)) {
      const { stored, skipped } = await this.activity.store(
        integration,
        page.videos,
        this.clock.now(),
        run.id,
      );
      counts.items += stored;
      counts.skipped += skipped;
      ended = next.kind === 'end';
      if (next.kind === 'page') await this.runs.progress(run.id, counts, next.cursor);
      claim.signal.throwIfAborted();
    }
    if (!ended) return { counts, complete: false };
    const leftOut = await this.gone.mark(run, integration, claim);
    // A video whose description could not be read was in the list as well, without a name.
    return { counts, complete: leftOut <= counts.skipped };
  }
}

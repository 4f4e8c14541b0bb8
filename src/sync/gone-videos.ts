import { Injectable } from '@nestjs/common';
import { Clock, messageOf, noteFacts } from '../common/index.js';
import { OrgContext, queryRows } from '../database/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import type { Claim } from '../jobs/index.js';
import { isTransient, MAX_QUERIED_VIDEOS, TikTokApiError, VideoApi } from '../tiktok/index.js';
import { SocialActivity } from './social-activity.js';
import type { StartedRun } from './sync-runs.js';
import { readVideos } from './video-reading.js';

// A run asks for so many; the next run goes on with the rest.
const MAX_QUERIES = 10;

// Stored before the run began, not seen by it, and believed to be there.
const UNSEEN = `
  SELECT video_id AS id FROM social_videos
  WHERE integration_id = $1 AND seen_run IS DISTINCT FROM $2 AND gone_at IS NULL AND captured_at < $3
  ORDER BY published_at DESC, video_id DESC LIMIT $4`;

const MARK = `
  UPDATE social_videos SET gone_at = $3
  WHERE integration_id = $1 AND video_id = ANY($2) AND seen_run IS DISTINCT FROM $4`;

/** Marks the videos that a complete list no longer holds. */
@Injectable()
export class GoneVideos {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly videos: VideoApi,
    private readonly activity: SocialActivity,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks TikTok for each of them by its id before it is marked: a list that is empty or short for a moment hides nothing.
   * @returns how many the list left out although TikTok has them
   */
  async mark(run: StartedRun, integration: IntegrationRef, claim: Claim): Promise<number> {
    let leftOut = 0;
    for (let queries = 0; queries < MAX_QUERIES; queries += 1) {
      claim.signal.throwIfAborted();
      const ids = await this.unseen(run);
      if (ids.length === 0) break;
      const videos = await this.query(integration, ids);
      const { readings, skipped, skippedIds } = readVideos(videos);
      // No answer, or one that cannot be read, says nothing about what is gone.
      if (!Array.isArray(videos) || skipped > skippedIds.length) break;
      await this.activity.store(integration, videos, this.clock.now(), run.id);
      const found = new Set([...readings.map(({ id }) => id), ...skippedIds]);
      leftOut += ids.filter((id) => found.has(id)).length;
      await claim.assertHeld();
      await this.markAll(
        run,
        ids.filter((id) => !found.has(id)),
      );
    }
    return leftOut;
  }

  /** The list is stored already: what TikTok does not say now is asked for by the next run. */
  private async query({ credentialId }: IntegrationRef, ids: string[]): Promise<unknown> {
    try {
      return (await this.videos.query(credentialId, ids)).videos;
    } catch (error) {
      if (!isTransient(error) && !(error instanceof TikTokApiError)) throw error;
      noteFacts({ goneVideos: `not asked for: ${messageOf(error)}` });
      return undefined;
    }
  }

  private async unseen({ id, integrationId, startedAt }: StartedRun): Promise<string[]> {
    const rows = await this.orgContext.transaction((em) =>
      queryRows<{ id: string }>(em, UNSEEN, [integrationId, id, startedAt, MAX_QUERIED_VIDEOS]),
    );
    return rows.map((row) => row.id);
  }

  private async markAll({ id, integrationId }: StartedRun, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.orgContext.transaction((em) => em.query(MARK, [integrationId, ids, this.clock.now(), id]));
  }
}

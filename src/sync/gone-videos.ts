import { Injectable } from '@nestjs/common';
import { Clock, messageOf, noteFacts } from '../common/index.js';
import { OrgContext, queryRows } from '../database/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import type { Claim } from '../jobs/index.js';
import { isTransient, MAX_QUERIED_VIDEOS, TikTokApiError, VideoApi } from '../tiktok/index.js';
import { SocialActivity } from './social-activity.js';
import type { StartedRun } from './sync-runs.js';

// A run asks for so many; the next run goes on with the rest.
const MAX_QUERIES = 10;

// Stored before the run began, not seen by it, and not marked yet.
const IS_UNSEEN = `integration_id = $1 AND seen_run IS DISTINCT FROM $2 AND captured_at < $3 AND gone_at IS NULL`;

const UNSEEN = `
  SELECT video_id AS id FROM social_videos WHERE ${IS_UNSEEN} ORDER BY published_at DESC, video_id DESC LIMIT $4`;
const MARK = `UPDATE social_videos SET gone_at = $4 WHERE ${IS_UNSEEN}`;
const MARK_THESE = `${MARK} AND video_id = ANY($5)`;

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
   * To be called after a complete list only.
   * @param unnamed how many videos of the list had no id: each may be one that seems to be missing
   */
  async mark(run: StartedRun, integration: IntegrationRef, claim: Claim, unnamed: number): Promise<void> {
    await claim.assertHeld();
    if (unnamed > 0) return await this.markAfterAsking(run, integration, claim);
    await this.update(MARK, run);
  }

  /** TikTok answers a query by id with the videos that it has: these count as seen. */
  private async markAfterAsking(run: StartedRun, integration: IntegrationRef, claim: Claim): Promise<void> {
    for (let queries = 0; queries < MAX_QUERIES; queries += 1) {
      claim.signal.throwIfAborted();
      const ids = await this.unseen(run);
      if (ids.length === 0) return;
      const videos = await this.query(integration, ids);
      const { unnamed } = await this.activity.store(integration, videos, this.clock.now(), run.id);
      // No answer, or one that cannot be read, says nothing about what is gone.
      if (!Array.isArray(videos) || unnamed > 0) return;
      await claim.assertHeld();
      await this.update(MARK_THESE, run, ids);
    }
  }

  /** The list is stored already: what TikTok does not answer now is asked again by the next run. */
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

  private async update(
    sql: string,
    { id, integrationId, startedAt }: StartedRun,
    ids?: string[],
  ): Promise<void> {
    const values = [integrationId, id, startedAt, this.clock.now(), ...(ids ? [ids] : [])];
    await this.orgContext.transaction((em) => em.query(sql, values));
  }
}

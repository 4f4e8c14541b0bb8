import { Injectable } from '@nestjs/common';
import { Clock, messageOf, noteFacts } from '../../../common/index.js';
import { OrgContext, queryRows } from '../../../database/index.js';
import type { IntegrationRef } from '../../../integrations/index.js';
import type { Claim } from '../../../jobs/index.js';
import { isTransient, MAX_QUERIED_VIDEOS, TikTokApiError, VideoApi } from '../../../tiktok/index.js';
import { SocialActivity } from '../../activity/social-activity.js';
import { NOT_LISTED } from './gone-reasons.js';
import type { StartedRun } from '../../runs/sync-runs.js';

// The next run continues with the rest.
const MAX_QUERIES = 10;

// Stored before the run started, not seen by it, and not marked yet.
const IS_UNSEEN = `integration_id = $1 AND seen_run IS DISTINCT FROM $2 AND captured_at < $3 AND gone_at IS NULL`;

const UNSEEN = `
  SELECT video_id AS id FROM social_activity WHERE ${IS_UNSEEN} ORDER BY published_at DESC, video_id DESC LIMIT $4`;
const MARK = `UPDATE social_activity SET gone_at = $4, checked_at = $4, gone_reason = '${NOT_LISTED}' WHERE ${IS_UNSEEN}`;
const MARK_THESE = `${MARK} AND video_id = ANY($5)`;

/** Marks the videos that a complete list no longer contains. */
@Injectable()
export class GoneVideos {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly videos: VideoApi,
    private readonly activity: SocialActivity,
    private readonly clock: Clock,
  ) {}

  /**
   * Call it only after a complete list.
   * @param unnamed the number of listed videos without an id: each may be one that seems to be missing
   */
  async mark(run: StartedRun, integration: IntegrationRef, claim: Claim, unnamed: number): Promise<void> {
    await claim.assertHeld();
    if (unnamed > 0) return await this.markAfterQuerying(run, integration, claim);
    await this.update(MARK, run);
  }

  /** Queries TikTok by id. The videos that it returns count as seen. */
  private async markAfterQuerying(run: StartedRun, integration: IntegrationRef, claim: Claim): Promise<void> {
    for (let queries = 0; queries < MAX_QUERIES; queries += 1) {
      claim.signal.throwIfAborted();
      const ids = await this.unseen(run);
      if (ids.length === 0) return;
      const videos = await this.query(integration, ids);
      const { unnamed } = await this.activity.store(integration, videos, this.clock.now(), run.id);
      // Without a readable response, no video may be marked.
      if (!Array.isArray(videos) || unnamed > 0) return;
      await claim.assertHeld();
      await this.update(MARK_THESE, run, ids);
    }
  }

  /** A failure does not fail the run: the list is stored, and the next run queries again. */
  private async query({ credentialId }: IntegrationRef, ids: string[]): Promise<unknown> {
    try {
      return (await this.videos.query(credentialId, ids)).videos;
    } catch (error) {
      if (!isTransient(error) && !(error instanceof TikTokApiError)) throw error;
      noteFacts({ goneVideos: `query failed: ${messageOf(error)}` });
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

import { Injectable } from '@nestjs/common';
import { OrgContext, SystemContext } from '../../database/index.js';
import type { IntegrationRef } from '../../integrations/index.js';
import { SnapshotMonths } from './snapshot-months.js';
import { writeVideos } from './social-video-upsert.js';
import { SocialVideo } from './social-video.entity.js';
import { VideoBatch } from './video-batch.js';

/** An integration that has a video in the store. */
export interface VideoOwner {
  integrationId: string;
  /** True if the account no longer shows it. */
  isGone: boolean;
}

/** The social activity store: stores videos, and finds the owners of a video. */
@Injectable()
export class SocialActivity {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
    private readonly months: SnapshotMonths,
  ) {}

  /**
   * Stores videos that TikTok has sent, with their history.
   * @param videos as received
   * @param runId the sync run that has seen them
   * @returns the numbers of stored videos, of invalid ones, and of invalid ones without an id
   */
  async store(
    integration: IntegrationRef,
    videos: unknown,
    capturedAt: Date,
    runId: string | null = null,
  ): Promise<{ stored: number; skipped: number; unnamed: number }> {
    const batch = new VideoBatch();
    const { unnamed } = batch.add(videos, capturedAt);
    await this.months.ensured(capturedAt, capturedAt, () =>
      this.orgContext.transaction((em) => writeVideos(em, integration, batch, runId, capturedAt)),
    );
    return { ...batch.counts, unnamed };
  }

  /** The integrations of all organisations whose account shows, or used to show, the video. */
  ownersOf(videoId: string): Promise<VideoOwner[]> {
    return this.system.transaction('find the owners of a video', async (em) => {
      const rows = await em
        .getRepository(SocialVideo)
        .find({ where: { videoId }, select: { integrationId: true, goneAt: true } });
      return rows.map(({ integrationId, goneAt }) => ({ integrationId, isGone: goneAt !== null }));
    });
  }
}

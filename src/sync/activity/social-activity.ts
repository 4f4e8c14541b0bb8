import { Injectable } from '@nestjs/common';
import type { Page } from '../../common/index.js';
import { OrgContext, OrgLists, SystemContext, type ListOf } from '../../database/index.js';
import type { IntegrationRef } from '../../integrations/index.js';
import { SocialVideoView, toVideoView } from './dto/social-video.view.js';
import type { VideosQuery } from './dto/videos.query.js';
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

const NEWEST_FIRST: ListOf<SocialVideo> = {
  entity: SocialVideo,
  key: [
    { column: 'published_at', part: 'time', read: (row) => row.publishedAt.toISOString() },
    { column: 'video_id', part: 'digits', read: (row) => row.videoId },
  ],
  direction: 'DESC',
};

/** The social activity store: stores and lists videos, and finds the owners of a video. */
@Injectable()
export class SocialActivity {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
    private readonly lists: OrgLists,
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

  /** Newest first. Omits videos that are gone from TikTok unless the query includes them. */
  list(query: VideosQuery): Promise<Page<SocialVideoView>> {
    return this.lists.page(NEWEST_FIRST, query, toVideoView, query.includeGone ? [] : [['gone_at IS NULL']]);
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

import { Injectable } from '@nestjs/common';
import type { Page } from '../common/index.js';
import { OrgContext, OrgLists, SystemContext, type ListOf } from '../database/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import { SocialVideoView, toVideoView } from './dto/social-video.view.js';
import type { VideosQuery } from './dto/videos.query.js';
import { upsertVideos } from './social-video-upsert.js';
import { SocialVideo } from './social-video.entity.js';
import { readVideos } from './video-reading.js';

/** An integration under which a video is stored. */
export interface VideoOwner {
  integrationId: string;
  /** The account no longer shows it. */
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

/** The social activity store: writes readings, lists videos, knows whose a video is. */
@Injectable()
export class SocialActivity {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
    private readonly lists: OrgLists,
  ) {}

  /**
   * Stores one page of videos in one statement.
   * @param videos as they came
   * @param runId of the sync that has seen them
   * @returns how many are stored; how many made no sense, which stops nothing; and how many of those had no id
   */
  async store(
    integration: IntegrationRef,
    videos: unknown,
    capturedAt: Date,
    runId: string | null = null,
  ): Promise<{ stored: number; skipped: number; unnamed: number }> {
    const page = readVideos(videos);
    await this.orgContext.transaction((em) => upsertVideos(em, integration, page, capturedAt, runId));
    const { readings, skipped, skippedIds } = page;
    return { stored: readings.length, skipped, unnamed: skipped - skippedIds.length };
  }

  /** Newest first; without those that are gone from TikTok, unless they are asked for. */
  list(query: VideosQuery): Promise<Page<SocialVideoView>> {
    return this.lists.page(NEWEST_FIRST, query, toVideoView, query.includeGone ? [] : [['gone_at IS NULL']]);
  }

  /** The integrations, of any organisation, whose account shows the video, or no longer shows it. */
  ownersOf(videoId: string): Promise<VideoOwner[]> {
    return this.system.transaction('find whose a video is', async (em) => {
      const rows = await em
        .getRepository(SocialVideo)
        .find({ where: { videoId }, select: { integrationId: true, goneAt: true } });
      return rows.map(({ integrationId, goneAt }) => ({ integrationId, isGone: goneAt !== null }));
    });
  }
}

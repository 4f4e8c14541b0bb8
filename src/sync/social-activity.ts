import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page, type PageQuery } from '../common/index.js';
import { OrgContext, SystemContext } from '../database/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import type { TikTokVideo } from '../tiktok/index.js';
import { SocialVideoView, toVideoView } from './dto/social-video.view.js';
import { SocialVideo } from './social-video.entity.js';
import { readVideos, type VideoReading } from './video-reading.js';

// One statement for a page of videos. A reading that is older than the stored one changes nothing.
const UPSERT = `
  INSERT INTO social_videos AS v (organisation_id, integration_id, video_id, caption, share_url, duration_seconds,
    published_at, views, likes, comments, shares, captured_at)
  SELECT $1, $2::uuid, *, $12::timestamptz FROM unnest($3::text[], $4::text[], $5::text[], $6::int[],
    $7::timestamptz[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[])
  ON CONFLICT (integration_id, video_id) DO UPDATE SET caption = excluded.caption, share_url = excluded.share_url,
    duration_seconds = excluded.duration_seconds, published_at = excluded.published_at, views = excluded.views,
    likes = excluded.likes, comments = excluded.comments, shares = excluded.shares, captured_at = excluded.captured_at
  WHERE v.captured_at <= excluded.captured_at`;

/** The social activity store: writes readings, lists videos, knows whose a video is. */
@Injectable()
export class SocialActivity {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
  ) {}

  /**
   * Stores one page of videos in one statement.
   * @returns how many are stored, and how many made no sense: those stop nothing
   */
  async store(
    { id, organisationId }: IntegrationRef,
    videos: readonly TikTokVideo[],
    capturedAt: Date,
  ): Promise<{ stored: number; skipped: number }> {
    const { readings, skipped } = readVideos(videos);
    const column = <T>(read: (reading: VideoReading) => T): T[] => readings.map(read);
    await this.orgContext.transaction((em) =>
      em.query(UPSERT, [
        organisationId,
        id,
        column((v) => v.id),
        column((v) => v.caption),
        column((v) => v.shareUrl),
        column((v) => v.durationSeconds),
        column((v) => v.publishedAt),
        column((v) => v.views),
        column((v) => v.likes),
        column((v) => v.comments),
        column((v) => v.shares),
        capturedAt,
      ]),
    );
    return { stored: readings.length, skipped };
  }

  /** Newest first. */
  list({ limit, cursor }: PageQuery): Promise<Page<SocialVideoView>> {
    const [time, id] = decodeCursor(cursor, ['time', 'digits']) ?? [];
    return this.orgContext.transaction(async (em) => {
      const query = em
        .getRepository(SocialVideo)
        .createQueryBuilder('v')
        .where('v.organisation_id = :org', { org: this.orgContext.organisationId })
        .orderBy('v.published_at', 'DESC')
        .addOrderBy('v.video_id', 'DESC')
        .limit(limit + 1);
      if (time && id) query.andWhere('(v.published_at, v.video_id) < (:time, :id)', { time, id });
      return toPage(
        await query.getMany(),
        limit,
        (row) => [row.publishedAt.toISOString(), row.videoId],
        toVideoView,
      );
    });
  }

  /** The integrations, of any organisation, under which the video is stored. */
  ownersOf(videoId: string): Promise<string[]> {
    return this.system.transaction('find whose a video is', async (em) => {
      const rows = await em
        .getRepository(SocialVideo)
        .find({ where: { videoId }, select: { integrationId: true } });
      return rows.map((row) => row.integrationId);
    });
  }
}

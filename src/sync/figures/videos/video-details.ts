import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { OrgContext, queryRows } from '../../../database/index.js';
import { SocialVideo } from '../../activity/social-video.entity.js';
import { countsOf, toCount, type Counter } from '../counters.js';
import { toVideoView } from '../dto/social-video.view.js';
import type { SourceReadingView, VideoDetailsView } from '../dto/video-details.view.js';
import { SyncPolicies } from '../../policy/sync-policies.js';
import { SOURCES, type Source } from '../../activity/source.js';
import { unknownVideo } from '../unknown-video.js';
import { nextRefresh, type Plan } from './next-refresh.js';

// Backwards along the key, so that the newest partition is read first.
const LAST_READING = `
  SELECT r.* FROM unnest($3::text[]) AS one (source) CROSS JOIN LATERAL (
    SELECT source, captured_at AS "capturedAt", views, likes, comments, shares, favorites, reach
    FROM engagement_snapshots s
    WHERE s.integration_id = $1 AND s.video_id = $2 AND s.source = one.source ORDER BY s.slot DESC LIMIT 1
  ) AS r`;
const PLAN = `
  SELECT due_at AS "dueAt", listed_at AS "listedAt" FROM sync_schedules WHERE integration_id = $1 AND kind = 'videos'`;

type Row = { source: Source; capturedAt: Date } & Record<Counter | 'favorites' | 'reach', string | null>;

/** Answers everything that is stored about one video. */
@Injectable()
export class VideoDetails {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly policies: SyncPolicies,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError */
  async of(videoId: string): Promise<VideoDetailsView> {
    const asOf = this.clock.now();
    const policy = await this.policies.current();
    return await this.orgContext.transaction(async (em) => {
      const { organisationId } = this.orgContext;
      // Several connections may have stored it: the latest reading counts.
      const video = await em
        .getRepository(SocialVideo)
        .findOne({ where: { organisationId, videoId }, order: { capturedAt: 'DESC', integrationId: 'ASC' } });
      if (!video) throw unknownVideo();
      const { integrationId, coverExpiresAt, favorites, reach, insights, insightsAt } = video;
      const readings = await queryRows<Row>(em, LAST_READING, [integrationId, videoId, [...SOURCES]]);
      const [plan] = await queryRows<Plan>(em, PLAN, [integrationId]);
      return {
        ...toVideoView(video, asOf),
        coverExpiresAt,
        favorites,
        reach,
        insights,
        insightsAt,
        readings: readings.map(toReading),
        nextRefreshAt: nextRefresh(video, plan, policy),
        asOf,
      };
    });
  }
}

function toReading({ source, capturedAt, favorites, reach, ...row }: Row): SourceReadingView {
  const counts = countsOf((counter) => toCount(row[counter]));
  return { source, capturedAt, ...counts, favorites: toCount(favorites), reach: toCount(reach) };
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { OrgContext, OrgReader } from '../../../database/index.js';
import { toCount } from '../counters.js';
import type { HistoryQuery } from '../dto/history.query.js';
import type { HistoryView } from '../dto/history.view.js';
import { SyncPolicies } from '../../policy/sync-policies.js';
import type { OwnSyncPolicy } from '../../policy/sync-policy.entity.js';
import { assertCount, toRange } from '../range/figure-range.js';
import { stepOfHistory } from '../range/finest-step.js';
import { stepsIn, type Bucket } from '../range/step.js';
import type { Source } from '../../activity/source.js';
import { unknownVideo } from '../unknown-video.js';
import { toPoints, type Snapshot } from './history-points.js';

const DEFAULT_DAYS = 90;
const MOST_POINTS = 1_000;

// One round trip for the policy, the video and its readings. Several connections may have stored the same video: the latest one counts.
const READ = `
  SELECT v.integration_id AS "integrationId", v.published_at AS "publishedAt", s.slot, s.captured_at AS "capturedAt",
    s.source, s.views, s.likes, s.comments, s.shares, s.favorites, s.reach,
    (SELECT policy FROM sync_policies WHERE organisation_id = $1) AS policy
  FROM (
    SELECT integration_id, video_id, published_at FROM social_activity WHERE organisation_id = $1 AND video_id = $2
    ORDER BY captured_at DESC, integration_id LIMIT 1
  ) AS v
  LEFT JOIN engagement_snapshots s ON s.integration_id = v.integration_id AND s.video_id = v.video_id
    AND s.source = $3 AND s.slot >= $4 AND s.slot < $5
  ORDER BY s.slot`;

type Row = { integrationId: string; publishedAt: Date; policy: OwnSyncPolicy | null } & {
  [Key in keyof Snapshot]: Snapshot[Key] | (Snapshot[Key] extends number | null ? string : null);
};

/** Answers how the figures of a video developed. */
@Injectable()
export class VideoHistory {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: OrgReader,
    private readonly policies: SyncPolicies,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError; UnfitInputError with the step or the range that passes */
  async of(videoId: string, query: HistoryQuery): Promise<HistoryView> {
    const { source = 'display_api' } = query;
    const asOf = this.clock.now();
    const asked = toRange(query, asOf, DEFAULT_DAYS);
    const rows = await this.read(videoId, source, asked);
    const [video] = rows;
    if (!video) throw unknownVideo();
    const { integrationId, publishedAt } = video;
    const policy = this.policies.effective(video.policy && { policy: video.policy });
    const range = sincePublished(asked, publishedAt);
    const step = stepOfHistory(query.step, { publishedAt, source }, range, policy);
    assertCount(step, range, { most: MOST_POINTS });
    const points = toPoints(step, range, rows.flatMap(toSnapshots));
    const { from = range.from } = points[0] ?? {};
    const { to = range.to } = points.at(-1) ?? {};
    return { videoId, integrationId, publishedAt, source, timeZone: 'UTC', step, from, to, asOf, points };
  }

  private read(videoId: string, source: Source, range: Bucket): Promise<Row[]> {
    const { organisationId } = this.orgContext;
    // The step is not known before the video is, so that whole weeks are read.
    const weeks = stepsIn('week', range);
    const bounds = [weeks[0]?.from, weeks.at(-1)?.to];
    return this.reader.select<Row>(READ, [organisationId, videoId, source, ...bounds]);
  }
}

/** A video has no gap before it was published. */
function sincePublished({ from, to }: Bucket, publishedAt: Date): Bucket {
  return { from: new Date(Math.min(Math.max(from.getTime(), publishedAt.getTime()), to.getTime())), to };
}

function toSnapshots({ slot, capturedAt, source, ...row }: Row): Snapshot[] {
  if (slot === null || capturedAt === null || source === null) return [];
  const { views, likes, comments, shares, favorites, reach } = row;
  return [
    {
      slot,
      capturedAt,
      source,
      views: toCount(views),
      likes: toCount(likes),
      comments: toCount(comments),
      shares: toCount(shares),
      favorites: toCount(favorites),
      reach: toCount(reach),
    },
  ];
}

import { Injectable } from '@nestjs/common';
import { bindings, OrgContext, OrgReader } from '../../../database/index.js';
import { SocialVideo } from '../../activity/social-video.entity.js';
import { toCount } from '../counters.js';
import { toVideoView, UNLISTED, type ListedVideo, type SocialVideoView } from '../dto/social-video.view.js';
import type { VideosQuery } from '../dto/videos.query.js';
import { gainsOf, type GainRange } from '../gains.sql.js';
import { conditionsOf } from './video-filter.js';
import { after, orderBy, type LastRow } from './video-order.js';

const DEFAULT_DAYS = 7;
const DAY_MS = 86_400_000;

export interface GrowthKey {
  integrationId: string;
  videoId: string;
  /** As text; null: not known. */
  growth: string | null;
}

/** Reads videos in the order of the views that they have gained. */
@Injectable()
export class GrowthReader {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: OrgReader,
  ) {}

  /** Returns one key more than the page has. */
  keys(query: VideosQuery, asOf: Date, last: LastRow | undefined): Promise<GrowthKey[]> {
    const { growthDays = DEFAULT_DAYS, integrationId = null, order = 'desc', limit } = query;
    const { organisationId } = this.orgContext;
    const { values, bind } = bindings();
    const from = new Date(asOf.getTime() - growthDays * DAY_MS);
    const gains = gainsOf({ organisationId, integrationId, from, until: asOf }, bind);
    const where = conditionsOf(query, organisationId, bind);
    const beyond = last ? `WHERE ${after('growth', order, last, bind)}` : '';
    // Grouped instead of joined: a join with gains would be planned as if they were few.
    const sql = `
      WITH listed AS (
        SELECT integration_id, video_id, max(growth) AS growth FROM (
          SELECT integration_id, video_id, NULL::bigint AS growth, true AS is_listed
          FROM social_activity WHERE ${where.join(' AND ')}
          UNION ALL SELECT integration_id, video_id, growth, false FROM (${gains}) AS gains
        ) AS rows GROUP BY integration_id, video_id HAVING bool_or(is_listed)
      )
      SELECT integration_id AS "integrationId", video_id AS "videoId", growth FROM listed ${beyond}
      ORDER BY ${orderBy('growth', order)} LIMIT ${bind(limit + 1)}`;
    return this.reader.select<GrowthKey>(sql, values);
  }

  /** Returns the videos that gained the most views in a range, those first that gained more. */
  async best(range: GainRange, count: number, now: Date): Promise<SocialVideoView[]> {
    const { values, bind } = bindings();
    const sql = `
      SELECT integration_id AS "integrationId", video_id AS "videoId", growth
      FROM (${gainsOf(range, bind)}) AS gains WHERE NOT is_gone AND growth IS NOT NULL
      ORDER BY ${orderBy('growth', 'desc')} LIMIT ${bind(count)}`;
    return this.withVideos(await this.reader.select<GrowthKey>(sql, values), now);
  }

  /** Adds the videos. One that was purged in the meantime is left out. */
  async withVideos(keys: readonly GrowthKey[], now: Date): Promise<SocialVideoView[]> {
    const tail = `WHERE organisation_id = $1
      AND (integration_id, video_id) IN (SELECT * FROM unnest($2::uuid[], $3::text[]))`;
    const ids = [keys.map(({ integrationId }) => integrationId), keys.map(({ videoId }) => videoId)];
    const parameters = [this.orgContext.organisationId, ...ids];
    const rows = await this.reader.rows(SocialVideo, tail, parameters, UNLISTED);
    const videos = new Map(rows.map((row) => [idOf(row), row] satisfies [string, ListedVideo]));
    return keys.flatMap((key) => {
      const video = videos.get(idOf(key));
      return video ? [{ ...toVideoView(video, now), growth: toCount(key.growth) }] : [];
    });
  }
}

function idOf({ integrationId, videoId }: { integrationId: string; videoId: string }): string {
  return `${integrationId} ${videoId}`;
}

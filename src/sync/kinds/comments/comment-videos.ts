import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgContext, queryRows } from '../../../database/index.js';
import type { StartedRun } from '../../runs/sync-runs.js';

// Comments on older videos are rare. Their counter shows them.
const YOUNG_DAYS = 14;
// Bounds the query. Older comments get their names when the counter of the video has risen.
const UNNAMED_DAYS = 2;
// TikTok's clock, whose times are whole seconds, may be behind ours.
const CLOCKS_DIFFER_SECONDS = 60;

const IS_DUE = `
  v.integration_id = $1 AND v.gone_at IS NULL AND (l.read_at IS NULL OR l.read_at < $2)
    AND (v.published_at > $2::timestamptz - interval '${YOUNG_DAYS} days'
      OR (l.read_at IS NULL AND v.comments IS DISTINCT FROM 0) OR v.comments > coalesce(l.counted, 0)
      OR u.newest_at > l.read_at - interval '${CLOCKS_DIFFER_SECONDS} seconds')`;
// Videos with a comment that only a webhook has shown, so that its author has no name. One that brings no name is not read again.
const UNNAMED = `
  SELECT c.video_id, max(c.last_message_at) AS newest_at FROM conversations c
  JOIN crm_contacts k ON k.organisation_id = c.organisation_id AND k.person_key = c.person_key
  WHERE c.integration_id = $1 AND c.kind = 'comment' AND k.profile_at IS NULL
    AND c.last_message_at > $2::timestamptz - interval '${UNNAMED_DAYS} days'
  GROUP BY c.video_id`;
const FROM = `
  FROM social_activity v
  LEFT JOIN comment_listings l ON l.integration_id = v.integration_id AND l.video_id = v.video_id
  LEFT JOIN (${UNNAMED}) u ON u.video_id = v.video_id
  WHERE ${IS_DUE}`;
const NEXT = `
  SELECT v.video_id AS id, v.comments::float8 AS comments, l.counted::float8 AS counted, l.counted IS NOT NULL AS "wasRead"
  ${FROM} ORDER BY v.published_at DESC, v.video_id DESC LIMIT 1`;
const HAS_VIDEOS = 'SELECT FROM social_activity WHERE integration_id = $1 LIMIT 1';
// Comments of older threads are hardly looked at.
const FRESH_DAYS = 30;
const STALE = `
  SELECT c.video_id AS "videoId", c.root_comment_id AS id FROM conversations c
  WHERE c.integration_id = $1 AND c.kind = 'comment' AND c.status <> 'closed' AND c.video_id IS NOT NULL
    AND c.asked_at <= $2::timestamptz - interval '24 hours'
    AND c.last_message_at >= $2::timestamptz - interval '${FRESH_DAYS} days'
    AND NOT EXISTS (SELECT FROM messages m WHERE m.integration_id = c.integration_id
      AND m.comment_id = c.root_comment_id AND m.visibility = 'deleted')
    AND NOT EXISTS (SELECT FROM social_activity v WHERE v.integration_id = c.integration_id
      AND v.video_id = c.video_id AND v.gone_at IS NOT NULL)
  ORDER BY c.asked_at, c.video_id LIMIT $3`;
const DONE = `
  INSERT INTO comment_listings (integration_id, video_id, organisation_id, counted, read_at) VALUES ($1, $2, $3, $4, greatest($5::timestamptz, $6::timestamptz))
  ON CONFLICT (integration_id, video_id) DO UPDATE SET counted = excluded.counted, read_at = excluded.read_at`;

/** A video whose comments are to be read. */
export interface CommentedVideo {
  id: string;
  /** TikTok's counter, which includes replies; null if it is unknown. */
  comments: number | null;
  /** The same when they were last read; null if TikTok cut the list short. */
  counted: number | null;
  /** True if the list was read to its end. */
  wasRead: boolean;
}

/** A comment whose likes, name and picture may have changed. */
export interface StaleComment {
  videoId: string;
  id: string;
}

/**
 * Finds the videos whose comments are due: young ones, those whose counter has risen, those that were never
 * read, and those with a new commenter who has no name yet. Finds older comments to read again.
 */
@Injectable()
export class CommentVideos {
  constructor(private readonly orgContext: OrgContext) {}

  /** The newest video that the run has not read. */
  async next({ integrationId, startedAt }: StartedRun): Promise<CommentedVideo | undefined> {
    const rows = await this.orgContext.transaction((em) =>
      queryRows<CommentedVideo>(em, NEXT, [integrationId, startedAt]),
    );
    return rows[0];
  }

  async hasAny(integrationId: string): Promise<boolean> {
    const rows = await this.orgContext.transaction((em) => queryRows(em, HAS_VIDEOS, [integrationId]));
    return rows.length > 0;
  }

  /** First comments of conversations in progress that were neither shown nor asked for within a day, the longest ago first. */
  stale(integrationId: string, now: Date, limit: number): Promise<StaleComment[]> {
    return this.orgContext.transaction((em) =>
      queryRows<StaleComment>(em, STALE, [integrationId, now, limit]),
    );
  }

  /** Notes that the comments of a video have been read. @param toEnd false: the next run reads the whole list again */
  async done(
    em: EntityManager,
    { integrationId, startedAt }: StartedRun,
    { id, comments }: CommentedVideo,
    { at, toEnd }: { at: Date; toEnd: boolean },
  ): Promise<void> {
    const { organisationId } = this.orgContext;
    const counted = toEnd ? (comments ?? 0) : null;
    // The clock of the process that started the run may be ahead.
    await em.query(DONE, [integrationId, id, organisationId, counted, at, startedAt]);
  }
}

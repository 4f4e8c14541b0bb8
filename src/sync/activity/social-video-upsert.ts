import type { EntityManager } from 'typeorm';
import type { IntegrationRef } from '../../integrations/index.js';
import type { PageReading, VideoReading } from './video-reading.js';

// The later reading wins, in whichever order the two are written. Values that it lacks are kept.
const kept = (column: string) =>
  `${column} = CASE WHEN v.captured_at <= excluded.captured_at THEN coalesce(excluded.${column}, v.${column})
     ELSE coalesce(v.${column}, excluded.${column}) END`;

const READ_COLUMNS = [
  'caption',
  'share_url',
  'duration_seconds',
  'published_at',
  'views',
  'likes',
  'comments',
  'shares',
];

// One statement per page. A video that was seen is not gone.
const UPSERT = `
  INSERT INTO social_activity AS v (organisation_id, integration_id, video_id, caption, share_url, duration_seconds,
    published_at, views, likes, comments, shares, captured_at, seen_run)
  SELECT $1, $2::uuid, *, $12::timestamptz, $13::uuid FROM unnest($3::text[], $4::text[], $5::text[], $6::int[],
    $7::timestamptz[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[])
  ON CONFLICT (integration_id, video_id) DO UPDATE SET ${READ_COLUMNS.map(kept).join(', ')},
    captured_at = CASE WHEN coalesce(excluded.views, excluded.likes, excluded.comments, excluded.shares) IS NULL
      THEN v.captured_at ELSE greatest(v.captured_at, excluded.captured_at) END,
    seen_run = coalesce(excluded.seen_run, v.seen_run), gone_at = NULL`;

// These videos exist on TikTok, but their data cannot be stored.
const MARK_SEEN = `
  UPDATE social_activity SET seen_run = coalesce($3::uuid, seen_run), gone_at = NULL
  WHERE integration_id = $1 AND video_id = ANY($2)`;

/** Inserts or updates a page of videos. @param runId the sync run that has seen them */
export async function upsertVideos(
  em: EntityManager,
  { id, organisationId }: IntegrationRef,
  { readings, skippedIds }: PageReading,
  capturedAt: Date,
  runId: string | null,
): Promise<void> {
  const column = <T>(read: (reading: VideoReading) => T): T[] => readings.map(read);
  await em.query(UPSERT, [
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
    runId,
  ]);
  if (skippedIds.length > 0) await em.query(MARK_SEEN, [id, skippedIds, runId]);
}

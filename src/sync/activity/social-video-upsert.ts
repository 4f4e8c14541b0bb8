import type { EntityManager } from 'typeorm';
import type { IntegrationRef } from '../../integrations/index.js';
import type { TimedReading, VideoBatch } from './video-batch.js';

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

// The URL of a cover and its end belong together.
const COVER = `(excluded.cover_url IS NOT NULL AND (v.cover_url IS NULL OR v.captured_at <= excluded.captured_at))`;
const HAS_COUNTERS = (row: string) =>
  `coalesce(${row}.views, ${row}.likes, ${row}.comments, ${row}.shares) IS NOT NULL`;
// A video that was seen is not gone, unless TikTok has reported since then that it is.
const IS_BACK = (seenAt: string, row: string) => `
  gone_at = CASE WHEN ${row}.gone_at > ${seenAt} THEN ${row}.gone_at END,
  gone_reason = CASE WHEN ${row}.gone_at > ${seenAt} THEN ${row}.gone_reason END`;

/**
 * Stores the latest values and the history in one statement. The first reading of an hour is the one of its slot; a
 * reading without any counter leaves a gap. What was not read is null there.
 */
const WRITE = `
  WITH read AS (
    SELECT * FROM unnest($3::text[], $4::text[], $5::text[], $6::int[], $7::timestamptz[], $8::text[], $9::timestamptz[],
      $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::timestamptz[], $15::boolean[])
      AS r (video_id, caption, share_url, duration_seconds, published_at, cover_url, cover_expires_at,
        views, likes, comments, shares, captured_at, is_history)
  ), latest AS (
    INSERT INTO social_activity AS v (organisation_id, integration_id, video_id, caption, share_url, duration_seconds,
      published_at, cover_url, cover_expires_at, views, likes, comments, shares, captured_at, seen_run, source)
    SELECT $1, $2::uuid, video_id, caption, share_url, duration_seconds, published_at, cover_url, cover_expires_at,
      views, likes, comments, shares, captured_at, $16::uuid, 'display_api' FROM read
    ON CONFLICT (integration_id, video_id) DO UPDATE SET ${READ_COLUMNS.map(kept).join(', ')},
      cover_url = CASE WHEN ${COVER} THEN excluded.cover_url ELSE v.cover_url END,
      cover_expires_at = CASE WHEN ${COVER} THEN excluded.cover_expires_at ELSE v.cover_expires_at END,
      captured_at = CASE WHEN ${HAS_COUNTERS('excluded')}
        THEN greatest(v.captured_at, excluded.captured_at) ELSE v.captured_at END,
      seen_run = coalesce(excluded.seen_run, v.seen_run), source = excluded.source,
      ${IS_BACK('excluded.captured_at', 'v')}
  )
  INSERT INTO engagement_snapshots (organisation_id, integration_id, video_id, slot, source, captured_at,
    views, likes, comments, shares)
  SELECT $1, $2::uuid, video_id, date_trunc('hour', captured_at, 'UTC'), 'display_api', captured_at,
    views, likes, comments, shares
  FROM read WHERE is_history AND ${HAS_COUNTERS('read')}
  ON CONFLICT DO NOTHING`;

// These videos exist on TikTok, but their data cannot be stored.
const MARK_SEEN = `
  UPDATE social_activity AS v SET seen_run = coalesce($3::uuid, seen_run), ${IS_BACK('$4::timestamptz', 'v')}
  WHERE integration_id = $1 AND video_id = ANY($2)`;

/** Writes a batch: the latest values of its videos, and their history. @param runId the sync run that has seen them */
export async function writeVideos(
  em: EntityManager,
  { id, organisationId }: Pick<IntegrationRef, 'id' | 'organisationId'>,
  batch: VideoBatch,
  runId: string | null,
  now: Date,
): Promise<void> {
  const { readings, skippedIds } = batch;
  if (readings.length > 0) await em.query(WRITE, [organisationId, id, ...columnsOf(readings), runId]);
  if (skippedIds.length > 0) await em.query(MARK_SEEN, [id, skippedIds, runId, now]);
}

function columnsOf(readings: readonly TimedReading[]): unknown[][] {
  const column = (name: keyof TimedReading): unknown[] => readings.map((reading) => reading[name]);
  // As text, because node-postgres takes longer to write a date.
  const times = (name: 'publishedAt' | 'coverExpiresAt' | 'capturedAt'): (string | null)[] =>
    readings.map((reading) => reading[name]?.toISOString() ?? null);
  return [
    column('id'),
    column('caption'),
    column('shareUrl'),
    column('durationSeconds'),
    times('publishedAt'),
    column('coverUrl'),
    times('coverExpiresAt'),
    column('views'),
    column('likes'),
    column('comments'),
    column('shares'),
    times('capturedAt'),
    column('isHistory'),
  ];
}

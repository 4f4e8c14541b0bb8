import type { EntityManager } from 'typeorm';
import type { IntegrationRef } from '../../integrations/index.js';
import type { InsightReading } from './insight-reading.js';

/**
 * Adds insights to the videos that the store knows: the Business API also lists posts that are shown as ads only. The history
 * keeps the single values; shares by second and by group are kept for the latest reading only.
 */
const WRITE = `
  WITH read AS (
    SELECT * FROM unnest($3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[],
      $10::bigint[], $11::text[], $12::text[])
      AS r (video_id, media_type, views, likes, comments, shares, favorites, reach, figures, splits)
  ), known AS (
    UPDATE social_activity AS v SET media_type = coalesce(r.media_type, v.media_type),
      favorites = coalesce(r.favorites, v.favorites), reach = coalesce(r.reach, v.reach),
      insights = coalesce(v.insights, '{}') || r.figures::jsonb || r.splits::jsonb, insights_at = $13
    FROM read r
    WHERE v.integration_id = $2 AND v.video_id = r.video_id AND (v.insights_at IS NULL OR v.insights_at <= $13)
    RETURNING v.video_id
  )
  INSERT INTO engagement_snapshots (organisation_id, integration_id, video_id, slot, source, captured_at,
    views, likes, comments, shares, favorites, reach, insights)
  SELECT $1, $2, r.video_id, date_trunc('hour', $13::timestamptz, 'UTC'), 'business_api', $13,
    views, likes, comments, shares, favorites, reach, figures::jsonb
  FROM read r JOIN known USING (video_id)
  ON CONFLICT DO NOTHING`;

/**
 * Writes insights, at most some hundred at a time. TikTok keeps them for a year, and answers may lack some: what a post lacks
 * keeps its stored value.
 */
export async function writeInsights(
  em: EntityManager,
  { id, organisationId }: Pick<IntegrationRef, 'id' | 'organisationId'>,
  readings: readonly InsightReading[],
  readAt: Date,
): Promise<void> {
  const sorted = readings.filter(hasFigures).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const column = <T>(read: (reading: InsightReading) => T): T[] => sorted.map(read);
  if (sorted.length === 0) return;
  await em.query(WRITE, [
    organisationId,
    id,
    column((v) => v.id),
    column((v) => v.mediaType),
    column((v) => v.views),
    column((v) => v.likes),
    column((v) => v.comments),
    column((v) => v.shares),
    column((v) => v.favorites),
    column((v) => v.reach),
    column((v) => JSON.stringify(v.figures)),
    column((v) => JSON.stringify(v.splits)),
    readAt,
  ]);
}

function hasFigures({
  views,
  likes,
  comments,
  shares,
  favorites,
  reach,
  figures,
  splits,
}: InsightReading): boolean {
  const counters = [views, likes, comments, shares, favorites, reach];
  return counters.some((value) => value !== null) || Object.keys({ ...figures, ...splits }).length > 0;
}

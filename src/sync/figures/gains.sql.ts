import type { Bind } from '../../database/index.js';

/** The readings of a range that gains are counted by. */
export interface GainRange {
  organisationId: string;
  /** Null: of all accounts. */
  integrationId: string | null;
  from: Date;
  /** The latest reading that counts. */
  until: Date;
}

/**
 * Returns a query of (integration_id, video_id, growth, is_gone): the views that each video gained in the range, for videos that
 * were read in it. The value before is the last reading before the range; zero for a video that was published in it; else
 * the first reading of the range. Without a value before, the growth is null.
 */
export function gainsOf({ organisationId, integrationId, from, until }: GainRange, bind: Bind): string {
  const [start, end] = [`${bind(from)}::timestamptz`, `${bind(until)}::timestamptz`];
  const accounts =
    integrationId === null
      ? `integration_id = ANY (ARRAY (SELECT id FROM integrations WHERE organisation_id = ${bind(organisationId)}))`
      : `integration_id = ${bind(integrationId)}`;
  return `
    SELECT r.integration_id, r.video_id, v.gone_at IS NOT NULL AS is_gone, r.views[cardinality(r.views)] - coalesce(before.views,
      CASE WHEN v.published_at >= ${start} THEN 0 WHEN cardinality(r.views) > 1 THEN r.views[1] END) AS growth
    FROM (
      SELECT integration_id, video_id, array_agg(views ORDER BY slot) AS views
      FROM engagement_snapshots
      WHERE ${accounts} AND source = 'display_api' AND slot >= date_trunc('hour', ${start}, 'UTC') AND slot <= ${end}
        AND captured_at >= ${start} AND captured_at <= ${end} AND views IS NOT NULL
      GROUP BY integration_id, video_id
    ) AS r
    JOIN social_activity v ON v.integration_id = r.integration_id AND v.video_id = r.video_id
    LEFT JOIN LATERAL (
      SELECT s.views FROM engagement_snapshots s
      WHERE s.integration_id = r.integration_id AND s.video_id = r.video_id AND s.source = 'display_api'
        AND s.slot <= ${start} AND s.captured_at < ${start} AND s.views IS NOT NULL
      ORDER BY s.slot DESC LIMIT 1
    ) AS before ON true`;
}

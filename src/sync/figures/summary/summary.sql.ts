import { COUNTERS } from '../counters.js';
import type { Bind } from '../../../database/index.js';

export interface SummaryRange {
  organisationId: string;
  /** Null: all accounts. */
  integrationId: string | null;
  from: Date;
  until: Date;
  stepHours: number;
  /** Any start of a step. */
  origin: Date;
  perAccount: boolean;
}

const each = (sql: (counter: string) => string): string => COUNTERS.map(sql).join(', ');
const OF_VIDEO = 'PARTITION BY integration_id, video_id';

// In one order, so that the rows of a step are sorted once.
const VALUES = each((c) => `array_agg(${c} ORDER BY slot) FILTER (WHERE ${c} IS NOT NULL) AS all_${c}`);
const LAST_AND_FIRST = each(
  (c) =>
    `all_${c}[cardinality(all_${c})] AS ${c}, CASE WHEN cardinality(all_${c}) > 1 THEN all_${c}[1] END AS first_${c}`,
);

/**
 * Returns a query with a row for each account and step in which videos were read, and one without a step for what was
 * known before the range. `<counter>` is what the total changed by, `delta_<counter>` what was gained.
 *
 * A counter that a reading lacks is carried forward: the greatest pair of time and value is the latest value. Each video
 * has a row before the range, which says when it was published: a join of these many rows would be planned as if there were
 * few.
 */
export function summaryOf(range: SummaryRange, bind: Bind): string {
  const { organisationId, integrationId, stepHours, perAccount } = range;
  const [from, until] = [`${bind(range.from)}::timestamptz`, `${bind(range.until)}::timestamptz`];
  const organisation = bind(organisationId);
  const account = integrationId === null ? undefined : bind(integrationId);
  const accounts =
    account === undefined
      ? `integration_id = ANY (ARRAY (SELECT id FROM integrations WHERE organisation_id = ${organisation}))`
      : `integration_id = ${account}`;
  const step = `date_bin(make_interval(hours => ${bind(stepHours)}::int), slot, ${bind(range.origin)}::timestamptz)`;
  const named = perAccount ? 'integration_id' : 'NULL::uuid';
  return `
    WITH readings AS (
      SELECT integration_id, video_id, step, extract(epoch FROM step)::bigint AS time, NULL::timestamptz AS published_at,
        ${LAST_AND_FIRST}
      FROM (
        SELECT integration_id, video_id, ${step} AS step, ${VALUES}
        FROM engagement_snapshots WHERE ${accounts} AND source = 'display_api' AND slot >= ${from} AND slot <= ${until}
        GROUP BY 1, 2, 3
      ) AS steps
      UNION ALL
      SELECT v.integration_id, v.video_id, '-infinity', -1, v.published_at, ${each((c) => `b.${c}, NULL`)}
      FROM social_activity v LEFT JOIN LATERAL (
        SELECT ${COUNTERS.join(', ')} FROM engagement_snapshots s
        WHERE s.integration_id = v.integration_id AND s.video_id = v.video_id AND s.source = 'display_api'
          AND s.slot < ${from} ORDER BY s.slot DESC LIMIT 1
      ) AS b ON true
      WHERE v.organisation_id = ${organisation} ${account === undefined ? '' : `AND v.integration_id = ${account}`}
    ), filled AS (
      SELECT integration_id, video_id, step, first_value(published_at) OVER w AS published_at,
        ${each((c) => `first_${c}, (max(ARRAY[time, ${c}]) FILTER (WHERE ${c} IS NOT NULL) OVER w)[2] AS ${c}`)}
      FROM readings WINDOW w AS (${OF_VIDEO} ORDER BY step)
    ), changes AS (
      SELECT *, ${each((c) => `lag(${c}) OVER w AS before_${c}`)} FROM filled WINDOW w AS (${OF_VIDEO} ORDER BY step)
    )
    SELECT ${named} AS "integrationId", nullif(step, '-infinity') AS step, count(*)::int AS videos,
      count(DISTINCT integration_id)::int AS accounts, ${each((c) => `sum(${c} - coalesce(before_${c}, 0)) AS ${c}`)},
      ${each(
        (c) =>
          `sum(${c} - coalesce(before_${c}, CASE WHEN published_at >= ${from} THEN 0 ELSE first_${c} END)) AS delta_${c}`,
      )}
    FROM changes GROUP BY 1, 2`;
}

/** Returns a query of the freshness of the latest figures. @param staleBefore SQL: a video that was read earlier is stale */
export function freshnessOf(
  { organisationId, integrationId }: SummaryRange,
  staleBefore: string,
  bind: Bind,
): string {
  const isRead = `coalesce(${COUNTERS.join(', ')}) IS NOT NULL`;
  return `
    SELECT count(*)::int AS videos, min(captured_at) FILTER (WHERE ${isRead}) AS "oldestCapturedAt",
      max(captured_at) FILTER (WHERE ${isRead}) AS "newestCapturedAt",
      (count(*) FILTER (WHERE NOT ${isRead}))::int AS "neverRead",
      (count(*) FILTER (WHERE ${isRead} AND captured_at < ${staleBefore}))::int AS stale
    FROM social_activity WHERE organisation_id = ${bind(organisationId)} AND gone_at IS NULL
      ${integrationId === null ? '' : `AND integration_id = ${bind(integrationId)}`}`;
}

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
const list = COUNTERS.join(', ');

/** Returns SQL for the readings of a counter, in which a null is replaced by the value before it. Most have no null. */
const filled = (c: string): string => `
  CASE WHEN known_${c} = 0 OR array_position(all_${c}, NULL, 2) IS NULL THEN all_${c} ELSE (
    SELECT array_agg(last ORDER BY place) FROM (
      SELECT place, first_value(value) OVER (PARTITION BY known ORDER BY place) AS last FROM (
        SELECT place, value, count(value) OVER (ORDER BY place) AS known
        FROM unnest(all_${c}) WITH ORDINALITY AS one (value, place)
      ) AS counted
    ) AS kept
  ) END AS ${c}`;

/**
 * Returns a query with a row for each account and step in which videos were read, and one without a step for what was
 * known before the range. `<counter>` is what the total changed by, `delta_<counter>` what was gained.
 *
 * Each video has a row before the range, which says when it was published: a join of these many rows would be planned as if
 * there were few. Readings are compared with the one before by arrays: window functions over as many rows take twice as long.
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
      SELECT integration_id, video_id, slot, NULL::timestamptz AS published_at, ${list}
      FROM engagement_snapshots WHERE ${accounts} AND source = 'display_api' AND slot >= ${from} AND slot <= ${until}
      UNION ALL
      SELECT v.integration_id, v.video_id, '-infinity', v.published_at, ${each((c) => `b.${c}`)}
      FROM social_activity v LEFT JOIN LATERAL (
        SELECT ${list} FROM engagement_snapshots s
        WHERE s.integration_id = v.integration_id AND s.video_id = v.video_id AND s.source = 'display_api'
          AND s.slot < ${from} ORDER BY s.slot DESC LIMIT 1
      ) AS b ON true
      WHERE v.organisation_id = ${organisation} ${account === undefined ? '' : `AND v.integration_id = ${account}`}
    ), videos AS (
      SELECT integration_id, max(published_at) >= ${from} AS is_new, array_agg(slot) AS slots,
        ${each((c) => `array_agg(${c}) AS all_${c}, count(${c}) AS known_${c}`)}
      FROM (SELECT * FROM readings ORDER BY integration_id, video_id, slot) AS sorted GROUP BY integration_id, video_id
    ), filled AS (
      SELECT integration_id, is_new, slots, ${each(filled)} FROM videos
    ), pairs AS (
      SELECT integration_id, is_new, unnest(slots) AS slot, unnest(array_prepend(NULL, slots)) AS slot_before,
        ${each((c) => `unnest(${c}) AS ${c}, unnest(array_prepend(NULL, ${c})) AS before_${c}`)}
      FROM filled
    ), steps AS (
      SELECT integration_id, nullif(${step}, '-infinity') AS step,
        count(*) FILTER (WHERE slot_before IS NULL OR slot_before < ${step}) AS videos,
        ${each(
          (c) =>
            `sum(${c} - coalesce(before_${c}, 0)) AS ${c},
             sum(${c} - coalesce(before_${c}, CASE WHEN is_new THEN 0 END)) AS delta_${c}`,
        )}
      FROM pairs WHERE slot IS NOT NULL GROUP BY 1, 2
    )
    SELECT ${named} AS "integrationId", step, sum(videos)::int AS videos, count(*)::int AS accounts,
      ${each((c) => `sum(${c}) AS ${c}, sum(delta_${c}) AS delta_${c}`)}
    FROM steps GROUP BY 1, 2`;
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

export const ORGANISATION = 'bench';
export const VIDEOS = 5_000;

const FIRST_ID = 7_602_997_517_160_000_000n;

export function videoIdOf(number: number): string {
  return String(FIRST_ID + BigInt(number));
}

/**
 * One account whose videos are 90 days old and were read as the default policy says: hourly for a day, every 6 hours for a
 * week, daily for 30 days, then weekly. Run as the owner.
 */
export const HISTORY_SEED = `
  BEGIN;
  SELECT set_config('app.system_reason', 'seed a benchmark', true);
  SELECT keep_snapshot_partitions(now() - interval '25 months', now() + interval '3 months');
  INSERT INTO credentials (id, family, app_id, subject, access_token, refresh_token, scopes, issued_at, access_expires_at,
    refresh_expires_at)
  VALUES (gen_random_uuid(), 'login', 'bench', '${ORGANISATION}', 'x', 'x', '{}', now(), now() + interval '1 day',
    now() + interval '1 year');
  INSERT INTO integrations (id, organisation_id, credential_id, open_id, status, requested_scopes, granted_scopes, connected_by)
  SELECT gen_random_uuid(), subject, id, 'open', 'disconnected', '{}', '{}', 'bench' FROM credentials;
  INSERT INTO social_activity (organisation_id, integration_id, video_id, published_at, views, captured_at, source)
  SELECT i.organisation_id, i.id, (${FIRST_ID} + n)::text, now() - interval '89 days 23 hours', n, now(), 'display_api'
  FROM integrations i CROSS JOIN generate_series(0, ${VIDEOS - 1}) AS n;
  INSERT INTO engagement_snapshots (organisation_id, integration_id, video_id, slot, source, captured_at, views, likes, comments,
    shares)
  SELECT v.organisation_id, v.integration_id, v.video_id, date_trunc('hour', t, 'UTC'), 'display_api', t, h * 10, h, h, h
  FROM (
    SELECT generate_series(1, 23) UNION ALL SELECT generate_series(24, 167, 6) UNION ALL SELECT generate_series(168, 719, 24)
    UNION ALL SELECT generate_series(720, 2150, 168)
  ) AS ages (h) CROSS JOIN social_activity v CROSS JOIN LATERAL (SELECT v.published_at + h * interval '1 hour') AS at (t)
  ON CONFLICT DO NOTHING;
  COMMIT;
  ANALYZE social_activity, engagement_snapshots;`;

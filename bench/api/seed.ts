/** Two organisations with 500 videos each; only the first one's are listed. Run as the owner. */
export const SEED = `
  BEGIN;
  SELECT set_config('app.system_reason', 'seed a benchmark', true);
  INSERT INTO credentials (id, family, app_id, subject, access_token, refresh_token, scopes, issued_at, access_expires_at,
    refresh_expires_at)
  SELECT gen_random_uuid(), 'login', 'bench', o, 'x', 'x', '{}', now(), now() + interval '1 day', now() + interval '1 year'
  FROM unnest(ARRAY['bench', 'another']) AS o;
  INSERT INTO integrations (id, organisation_id, credential_id, open_id, status, requested_scopes, granted_scopes,
    connected_by)
  SELECT gen_random_uuid(), c.subject, c.id, 'open-' || c.subject, 'disconnected', '{}', '{}', 'bench' FROM credentials c;
  INSERT INTO social_activity (organisation_id, integration_id, video_id, caption, share_url, duration_seconds, published_at,
    views, likes, comments, shares, captured_at)
  SELECT i.organisation_id, i.id, (7602997517160000000 + n)::text, 'Spring collection, part ' || n,
    'https://www.tiktok.com/@bench/video/' || 7602997517160000000 + n, 15, now() - n * interval '1 hour', n * 100, n * 10,
    n, n, now()
  FROM integrations i CROSS JOIN generate_series(1, 500) AS n;
  COMMIT;
  ANALYZE;`;

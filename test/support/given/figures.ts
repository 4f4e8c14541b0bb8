import type { RunningConnector, Tenant } from '../connector.js';

export interface GivenVideo {
  videoId: string;
  publishedAt: Date;
  caption?: string;
  views?: number | null;
  likes?: number | null;
  goneAt?: Date;
  capturedAt?: Date;
}

export interface GivenSnapshot {
  videoId: string;
  at: Date;
  views?: number | null;
  likes?: number | null;
  source?: 'display_api' | 'business_api';
}

/** Stores videos of an account, as a sync would have. */
export async function givenVideos(
  { database }: RunningConnector,
  { organisationId, integrationId }: Tenant,
  videos: readonly GivenVideo[],
): Promise<void> {
  await database.query(
    `INSERT INTO social_activity (organisation_id, integration_id, video_id, caption, published_at, views, likes, captured_at,
       gone_at, source)
     SELECT $1, $2::uuid, "videoId", caption, "publishedAt", views, likes, coalesce("capturedAt", now()), "goneAt", 'display_api'
     FROM json_to_recordset($3) AS v ("videoId" text, caption text, "publishedAt" timestamptz, views bigint, likes bigint,
       "capturedAt" timestamptz, "goneAt" timestamptz)
     ON CONFLICT (integration_id, video_id) DO UPDATE SET views = excluded.views, likes = excluded.likes`,
    [organisationId, integrationId, JSON.stringify(videos)],
  );
}

/** Stores readings of videos, and the partitions that they need. */
export async function givenSnapshots(
  { database }: RunningConnector,
  { organisationId, integrationId }: Tenant,
  snapshots: readonly GivenSnapshot[],
): Promise<void> {
  const times = snapshots.map(({ at }) => at.getTime());
  const months = [new Date(Math.min(...times)), new Date(Math.max(...times))];
  await database.query('SELECT keep_snapshot_partitions($1, $2)', months);
  await database.query(
    `INSERT INTO engagement_snapshots (organisation_id, integration_id, video_id, slot, source, captured_at, views, likes)
     SELECT $1, $2::uuid, "videoId", date_trunc('hour', at, 'UTC'), coalesce(source, 'display_api'), at, views, likes
     FROM json_to_recordset($3) AS s ("videoId" text, at timestamptz, source text, views bigint, likes bigint)
     ON CONFLICT DO NOTHING`,
    [organisationId, integrationId, JSON.stringify(snapshots)],
  );
}

/** An id of 19 digits, as TikTok has them. */
export function videoIdOf(number: number): string {
  return `7602997517${String(number).padStart(9, '0')}`;
}

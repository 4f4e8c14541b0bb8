import type { EntityManager } from 'typeorm';

const NEWEST_SECONDS = 1_790_000_000;
const APART_SECONDS = 60;

/** A row as it is stored, ready in memory. */
export interface BareRow {
  videoId: string;
  caption: string;
  shareUrl: string;
  durationSeconds: number;
  publishedAt: Date;
  coverUrl: string;
  coverExpiresAt: Date;
  views: number;
  likes: number;
  comments: number;
  shares: number;
  capturedAt: Date;
}

/** The rows that a sync of as many videos stores, in batches. */
export function bareRows(videos: number, batch: number): BareRow[][] {
  const capturedAt = new Date();
  return Array.from({ length: Math.ceil(videos / batch) }, (_, index) =>
    Array.from({ length: Math.min(batch, videos - index * batch) }, (_row, place) =>
      rowAt(index * batch + place, capturedAt),
    ).toReversed(),
  );
}

function rowAt(index: number, capturedAt: Date): BareRow {
  const videoId = (7_600_000_000_000_000_000n - BigInt(index) * 1_000n).toString();
  const counter = (index * 7919) % 100_000;
  return {
    videoId,
    caption: `A day with our oldest bicycle, part ${index} #howto #makers`,
    shareUrl: `https://www.tiktok.com/@bench/video/${videoId}?utm_campaign=tt4d_open_api&utm_source=bench`,
    durationSeconds: 8 + (index % 80),
    publishedAt: new Date((NEWEST_SECONDS - index * APART_SECONDS) * 1000),
    coverUrl: `https://p16-sign.tiktokcdn.com/tos/${videoId}.jpeg?x-expires=1790021600&x-signature=c2lnbmF0dXJlLW9mLWNvdmVy`,
    coverExpiresAt: new Date(1_790_021_600_000),
    views: counter * 11,
    likes: counter,
    comments: counter % 97,
    shares: counter % 31,
    capturedAt,
  };
}

const LATEST = `
  INSERT INTO social_activity (organisation_id, integration_id, video_id, caption, share_url, duration_seconds,
    published_at, cover_url, cover_expires_at, views, likes, comments, shares, captured_at)
  SELECT $1, $2::uuid, * FROM unnest($3::text[], $4::text[], $5::text[], $6::int[], $7::timestamptz[], $8::text[],
    $9::timestamptz[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::timestamptz[])`;
const HISTORY = `
  INSERT INTO engagement_snapshots (organisation_id, integration_id, video_id, slot, source, captured_at,
    views, likes, comments, shares)
  SELECT $1, $2::uuid, id, date_trunc('hour', at, 'UTC'), 'display_api', at, views, likes, comments, shares
  FROM unnest($3::text[], $4::timestamptz[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[])
    AS r (id, at, views, likes, comments, shares)`;

/** Nothing but two inserts. */
export async function bareInsert(
  em: EntityManager,
  organisationId: string,
  integrationId: string,
  rows: readonly BareRow[],
): Promise<void> {
  const column = (name: keyof BareRow): unknown[] => rows.map((row) => row[name]);
  const counters = [column('views'), column('likes'), column('comments'), column('shares')];
  await em.query(LATEST, [
    organisationId,
    integrationId,
    column('videoId'),
    column('caption'),
    column('shareUrl'),
    column('durationSeconds'),
    column('publishedAt'),
    column('coverUrl'),
    column('coverExpiresAt'),
    ...counters,
    column('capturedAt'),
  ]);
  const keys = [column('videoId'), column('capturedAt')];
  await em.query(HISTORY, [organisationId, integrationId, ...keys, ...counters]);
}

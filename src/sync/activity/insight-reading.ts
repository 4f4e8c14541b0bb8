import { VIDEO_INSIGHT_FIELDS, wireCounter, wireId, wireNumber, wireTime } from '../../tiktok/index.js';

/** What the Business API knows of one post. Null: TikTok sent no valid value. */
export interface InsightReading {
  id: string;
  mediaType: string | null;
  publishedAt: Date | null;
  views: number | null;
  likes: number | null;
  comments: number | null;
  shares: number | null;
  favorites: number | null;
  reach: number | null;
  /** Single values, such as the watch time. */
  figures: Record<string, number>;
  /** Shares by second or group, such as the retention. */
  splits: Record<string, unknown[]>;
}

type Wire = Record<string, unknown>;

// Columns of their own.
const COUNTERS = new Set<string>(['video_views', 'likes', 'comments', 'shares', 'favorites', 'reach']);
const DETAILS = VIDEO_INSIGHT_FIELDS.filter((field) => !COUNTERS.has(field));
// A video has as many seconds as it lasts, and TikTok accepts up to 60 minutes.
const MAX_PARTS = 4_000;

/** Reads the posts of a page; those without an id are left out. @param videos as received */
export function readInsights(videos: unknown): InsightReading[] {
  const readings = (Array.isArray(videos) ? (videos as unknown[]) : []).flatMap((video) => read(video) ?? []);
  return [...new Map(readings.map((reading) => [reading.id, reading])).values()];
}

function read(video: unknown): InsightReading | undefined {
  if (typeof video !== 'object' || video === null) return undefined;
  const wire = video as Wire;
  const id = wireId(wire.item_id);
  if (id === undefined) return undefined;
  return {
    id,
    mediaType: wire.media_type === 'VIDEO' || wire.media_type === 'PHOTO' ? wire.media_type : null,
    publishedAt: wireTime(wire.create_time),
    views: wireCounter(wire.video_views),
    likes: wireCounter(wire.likes),
    comments: wireCounter(wire.comments),
    shares: wireCounter(wire.shares),
    favorites: wireCounter(wire.favorites),
    reach: wireCounter(wire.reach),
    ...details(wire),
  };
}

function details(wire: Wire): Pick<InsightReading, 'figures' | 'splits'> {
  const figures: InsightReading['figures'] = {};
  const splits: InsightReading['splits'] = {};
  for (const field of DETAILS) {
    const value = wire[field];
    const figure = wireNumber(value);
    if (figure !== null) figures[field] = figure;
    else if (Array.isArray(value) && value.length > 0) splits[field] = value.slice(0, MAX_PARTS);
  }
  return { figures, splits };
}

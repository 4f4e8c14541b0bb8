import { wireCounter, wireId, wireNumber, wireTime, type TikTokVideo } from '../../tiktok/index.js';
import { coverExpiry, coverOf } from './cover-url.js';

/** One video as TikTok described it. Null: TikTok sent no valid value, and the store keeps its own. */
export interface VideoReading {
  id: string;
  /** Empty: the video has none. */
  caption: string | null;
  shareUrl: string | null;
  durationSeconds: number | null;
  publishedAt: Date;
  /** A signed URL, and when its signature ends; null for a URL that says no end. */
  coverUrl: string | null;
  coverExpiresAt: Date | null;
  views: number | null;
  likes: number | null;
  comments: number | null;
  shares: number | null;
}

/** The result of reading a page of videos. */
export interface PageReading {
  readings: VideoReading[];
  /** The number of videos without an id or a time, which cannot be stored. */
  skipped: number;
  /** The ids of skipped videos, as far as they have one. */
  skippedIds: string[];
}

// The limit of the store's column: a 32-bit integer.
const MAX_DURATION_SECONDS = 2 ** 31 - 1;

/**
 * Reads the videos of a page. A repeated video is read once.
 * @param videos as received, not validated
 */
export function readVideos(videos: unknown): PageReading {
  const readings = new Map<string, VideoReading>();
  const skippedIds: string[] = [];
  let skipped = 0;
  for (const video of Array.isArray(videos) ? (videos as unknown[]) : []) {
    const reading = read(video);
    const id = reading?.id ?? idOf(video);
    if (!reading) skipped += 1;
    else if (!readings.has(reading.id)) readings.set(reading.id, reading);
    if (!reading && id !== undefined) skippedIds.push(id);
  }
  return { readings: [...readings.values()], skipped, skippedIds };
}

type Wire = Partial<Record<keyof TikTokVideo, unknown>>;

function read(video: unknown): VideoReading | undefined {
  const id = idOf(video);
  if (id === undefined) return undefined;
  const wire = video as Wire;
  const publishedAt = wireTime(wire.create_time);
  if (publishedAt === null) return undefined;
  const coverUrl = coverOf(wire.cover_image_url);
  return {
    id,
    caption: caption(wire),
    shareUrl: textOf(wire.share_url) || null,
    durationSeconds: durationOf(wire.duration),
    publishedAt,
    coverUrl,
    coverExpiresAt: coverUrl === null ? null : coverExpiry(coverUrl),
    views: wireCounter(wire.view_count),
    likes: wireCounter(wire.like_count),
    comments: wireCounter(wire.comment_count),
    shares: wireCounter(wire.share_count),
  };
}

/** Returns the id of a video as received; undefined without a valid one. */
export function idOf(video: unknown): string | undefined {
  return typeof video === 'object' && video !== null ? wireId((video as Wire).id) : undefined;
}

/** TikTok sends the same text as title and description. The title replaces a missing or empty description. */
function caption({ video_description: description, title }: Wire): string | null {
  return textOf(description) || textOf(title) || (textOf(description) ?? textOf(title));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function durationOf(value: unknown): number | null {
  const seconds = wireNumber(value);
  return seconds === null || seconds > MAX_DURATION_SECONDS ? null : Math.round(seconds);
}

import type { TikTokVideo } from '../tiktok/index.js';

/** One video as TikTok described it. Null: TikTok did not say, or said what cannot be; the store keeps what it has. */
export interface VideoReading {
  id: string;
  /** Empty: the video has none. */
  caption: string | null;
  shareUrl: string | null;
  durationSeconds: number | null;
  publishedAt: Date;
  views: number | null;
  likes: number | null;
  comments: number | null;
  shares: number | null;
}

/** What a page of videos comes to. */
export interface PageReading {
  readings: VideoReading[];
  /** Videos that have no id or no time and cannot be stored. */
  skipped: number;
  /** Ids of those that have one: TikTok has them, whatever else is odd. */
  skippedIds: string[];
}

// The store's columns: a 32-bit integer, and times of which every one has four digits for its year.
const MAX_DURATION_SECONDS = 2 ** 31 - 1;
const MAX_TIME_SECONDS = 253_402_300_799;

/**
 * Reads the videos of a page. The same video twice on a page is one.
 * @param videos as they came: nothing about them is certain
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
  const createTime = numberOf(wire.create_time);
  if (createTime === null || createTime > MAX_TIME_SECONDS) return undefined;
  return {
    id,
    caption: caption(wire),
    shareUrl: textOf(wire.share_url) || null,
    durationSeconds: durationOf(wire.duration),
    publishedAt: new Date(createTime * 1000),
    views: counterOf(wire.view_count),
    likes: counterOf(wire.like_count),
    comments: counterOf(wire.comment_count),
    shares: counterOf(wire.share_count),
  };
}

function idOf(video: unknown): string | undefined {
  if (typeof video !== 'object' || video === null) return undefined;
  const { id } = video as Wire;
  const text = typeof id === 'number' || typeof id === 'string' ? String(id) : '';
  return /^\d{1,30}$/.test(text) ? text : undefined;
}

/** TikTok gives the same text twice; a title stands in for a description that is missing or empty. */
function caption({ video_description: description, title }: Wire): string | null {
  return textOf(description) || textOf(title) || (textOf(description) ?? textOf(title));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function durationOf(value: unknown): number | null {
  const seconds = numberOf(value);
  return seconds === null || seconds > MAX_DURATION_SECONDS ? null : Math.round(seconds);
}

/** What is beyond 2^53 counts nothing that there is. */
function counterOf(value: unknown): number | null {
  const count = numberOf(value);
  return count === null || count > Number.MAX_SAFE_INTEGER ? null : Math.trunc(count);
}

/** A number, or its digits as text. Not negative: nothing here is. */
function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,20}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number < Infinity ? number : null;
}

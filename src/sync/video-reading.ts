import type { TikTokVideo } from '../tiktok/index.js';

/** One video with its counters, as the store takes it. */
export interface VideoReading {
  id: string;
  caption: string;
  shareUrl: string | null;
  durationSeconds: number | null;
  publishedAt: Date;
  views: number;
  likes: number;
  comments: number;
  shares: number;
}

// The store's columns: a 32-bit integer, and times of which every one has four digits for its year.
const MAX_DURATION_SECONDS = 2 ** 31 - 1;
const MAX_TIME_SECONDS = 253_402_300_799;

/**
 * The videos of a page that make sense. One that has no id or no time cannot be stored and is counted; everything else
 * that is odd about a video is made good or left out. The same video twice on a page is one.
 * @param videos as they came: nothing about them is certain
 */
export function readVideos(videos: unknown): { readings: VideoReading[]; skipped: number } {
  const readings = new Map<string, VideoReading>();
  let skipped = 0;
  for (const video of Array.isArray(videos) ? (videos as unknown[]) : []) {
    const reading = read(video);
    if (!reading) skipped += 1;
    else if (!readings.has(reading.id)) readings.set(reading.id, reading);
  }
  return { readings: [...readings.values()], skipped };
}

function read(video: unknown): VideoReading | undefined {
  if (typeof video !== 'object' || video === null) return undefined;
  const { id, create_time: createTime, ...rest }: Partial<Record<keyof TikTokVideo, unknown>> = video;
  const videoId = typeof id === 'number' || typeof id === 'string' ? String(id) : '';
  if (!/^\d{1,30}$/.test(videoId)) return undefined;
  if (typeof createTime !== 'number' || !(createTime >= 0 && createTime <= MAX_TIME_SECONDS))
    return undefined;
  return {
    id: videoId,
    caption: text(rest.video_description) || text(rest.title),
    shareUrl: text(rest.share_url) || null,
    durationSeconds: duration(rest.duration),
    publishedAt: new Date(createTime * 1000),
    views: counter(rest.view_count),
    likes: counter(rest.like_count),
    comments: counter(rest.comment_count),
    shares: counter(rest.share_count),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function duration(value: unknown): number | null {
  if (typeof value !== 'number' || !(value >= 0 && value <= MAX_DURATION_SECONDS)) return null;
  return Math.round(value);
}

/** Numbers beyond 2^53 come as text. */
function counter(value: unknown): number {
  const count = typeof value === 'number' || typeof value === 'string' ? Number(value) : 0;
  return Number.isNaN(count) ? 0 : Math.min(Math.max(Math.trunc(count), 0), Number.MAX_SAFE_INTEGER);
}

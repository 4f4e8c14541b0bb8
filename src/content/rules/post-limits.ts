import type { PostMode, PostRoute } from '../post/publication.entity.js';
import { PHOTOS_MAX } from '../post/text-limits.js';
import { MAX_FILE_BYTES } from '../../config/index.js';

/** An inclusive range. */
export interface Range {
  min: number;
  max: number;
}

export interface VideoLimits {
  formats: readonly string[];
  codecs: readonly string[];
  bytes: number;
  /** In frames per second. */
  frameRate: Range;
  /** Per side, in pixels. */
  side: Range;
  /** In seconds. The creator's own maximum also applies. */
  duration: Range;
}

export interface PhotoLimits {
  formats: readonly string[];
  bytes: number;
  count: Range;
  /** In pixels. */
  shorterSide: number;
  longerSide: number;
}

const VIDEO = {
  formats: ['mp4', 'mov', 'webm'],
  codecs: ['h264', 'h265', 'vp8', 'vp9'],
  frameRate: { min: 23, max: 60 },
} as const;

const ANY_LENGTH = { min: 0, max: Infinity };

// TikTok does not say whether MB and GB are decimal or binary. Decimal limits satisfy both readings. Rules, uploads and docs
// all use them.
const MB = 1_000_000;
const GB = 1_000 * MB;
/** The size limit of the open API, used for uploads, rules and transfers. */
export const MAX_VIDEO_BYTES = MAX_FILE_BYTES;
/** The limit of drafts, and of Business videos when the account reports none. */
export const TEN_MINUTES = 600;

/**
 * Returns TikTok's limits for videos.
 * @see https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide
 * @see https://business-api.tiktok.com/portal/docs section "Accounts API"
 */
export function videoLimits(route: PostRoute, mode: PostMode): VideoLimits {
  if (route === 'business') {
    return {
      ...VIDEO,
      bytes: GB,
      side: { min: 360, max: Infinity },
      duration: { min: 3, max: mode === 'draft' ? TEN_MINUTES : Infinity },
    };
  }
  return {
    ...VIDEO,
    bytes: MAX_VIDEO_BYTES,
    side: { min: 360, max: 4096 },
    duration: mode === 'draft' ? { min: 0, max: TEN_MINUTES } : ANY_LENGTH,
  };
}

/** TikTok's limits for photos. "1080p" is read as 1080 by 1920, in either orientation. */
export const PHOTO_LIMITS: PhotoLimits = {
  formats: ['jpeg', 'webp'],
  bytes: 20 * MB,
  count: { min: 1, max: PHOTOS_MAX },
  shorterSide: 1080,
  longerSide: 1920,
};

/** Applies to the Business API only. */
export const MENTIONS_MAX = 30;

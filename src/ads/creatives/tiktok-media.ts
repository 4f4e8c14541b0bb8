import type { AdImage, AdVideo, SuggestedCover } from '../../tiktok/index.js';
import type { CreativeDetails, StoredCover } from './ad-creative.entity.js';

// TikTok's URLs of images work for 1 h. A little less, so that a page can still show them.
const IMAGE_URL_MS = 55 * 60_000;

/** While TikTok converts a video, it answers these about it: being transcoded, and not known or being processed. */
export const STILL_PROCESSING: ReadonlySet<string> = new Set(['40901', '40053']);

/** True if an ad can show the video. Until TikTok has looked at it, only its id is present. */
export function isVideoUsable({ size, video_cover_url: cover }: AdVideo): boolean {
  return Boolean(size) && Boolean(cover);
}

export function videoDetails(video: AdVideo): CreativeDetails {
  return {
    materialId: video.material_id ?? null,
    width: video.width ?? null,
    height: video.height ?? null,
    durationSeconds: video.duration ?? null,
    previewUrl: video.preview_url ?? null,
    previewUrlExpiresAt: isoOf(video.preview_url_expire_time),
    flaws: video.flaw_types ?? [],
    carouselUsable: null,
  };
}

export function imageDetails(image: AdImage): CreativeDetails {
  return {
    materialId: image.material_id ?? null,
    width: image.width ?? null,
    height: image.height ?? null,
    durationSeconds: null,
    // It works for an hour only, and the caller has the image.
    previewUrl: null,
    previewUrlExpiresAt: null,
    flaws: [],
    carouselUsable: image.is_carousel_usable ?? null,
  };
}

export function coversOf(covers: readonly SuggestedCover[], now: Date): StoredCover[] {
  const urlExpiresAt = new Date(now.getTime() + IMAGE_URL_MS).toISOString();
  return covers.map(({ id, width, height, url }) => ({
    imageId: id,
    width: width ?? null,
    height: height ?? null,
    url: url ?? null,
    urlExpiresAt: url ? urlExpiresAt : null,
  }));
}

/** Reads TikTok's `YYYY-MM-DD HH:MM:SS`, which is UTC. */
export function isoOf(time: string | null | undefined): string | null {
  const at = time ? new Date(`${time.replace(' ', 'T')}Z`) : undefined;
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : null;
}

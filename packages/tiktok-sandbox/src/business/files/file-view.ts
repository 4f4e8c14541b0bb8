import type { JsonObject } from '../../open-api/api-call.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { isoSeconds, timeText } from '../wire/time-text.js';
import type { ImageFile, MusicFile, VideoFile } from './creative-files.js';
import { fileUrl, IMAGE_URL_SECONDS, VIDEO_URL_SECONDS } from './file-url.js';

/** A video as every answer shows it; until it is ready only its id is known. */
export function videoView({ origin, now }: AdvertiserCall, video: VideoFile): JsonObject {
  if (video.readyAt > now) return { video_id: video.id };
  const expires = Math.floor(now / 1000) + VIDEO_URL_SECONDS;
  return {
    video_id: video.id,
    file_name: video.fileName,
    material_id: video.materialId,
    format: video.format,
    size: video.bytes,
    duration: video.durationSeconds,
    width: video.width,
    height: video.height,
    bit_rate: Math.round((video.bytes * 8) / Math.max(1, video.durationSeconds)),
    signature: video.md5,
    displayable: true,
    allow_download: true,
    allowed_placements: ['PLACEMENT_TIKTOK', 'PLACEMENT_PANGLE'],
    video_cover_url: fileUrl(origin, `${video.id}/cover.jpeg`, expires),
    preview_url: fileUrl(origin, `${video.id}/preview.mp4`, expires),
    preview_url_expire_time: timeText(expires * 1000),
    fix_task_id: null,
    flaw_types: null,
    create_time: isoSeconds(video.createdAt),
    modify_time: isoSeconds(video.modifiedAt),
  };
}

/** An image as info and search show it. */
export function imageView(call: AdvertiserCall, image: ImageFile): JsonObject {
  return {
    ...uploadedImageView(call, image),
    displayable: true,
    is_carousel_usable: true,
    create_time: isoSeconds(image.createdAt),
    modify_time: isoSeconds(image.modifiedAt),
  };
}

/** An image as its upload answers it: before it was looked at. Source: a recorded answer. */
export function uploadedImageView({ origin, now }: AdvertiserCall, image: ImageFile): JsonObject {
  return {
    image_id: image.id,
    image_url: fileUrl(origin, image.id, Math.floor(now / 1000) + IMAGE_URL_SECONDS),
    material_id: image.materialId,
    width: image.width,
    height: image.height,
    format: image.format,
    size: image.bytes,
    signature: image.md5,
    file_name: image.fileName,
    displayable: false,
    create_time: null,
    modify_time: null,
  };
}

export function musicView({ origin, now }: AdvertiserCall, music: MusicFile): JsonObject {
  const expires = Math.floor(now / 1000) + IMAGE_URL_SECONDS;
  return {
    music_id: music.id,
    material_id: music.materialId,
    name: music.title,
    author: music.author,
    url: fileUrl(origin, `${music.id}.mp3`, expires),
    cover_url: fileUrl(origin, `${music.id}/cover.jpeg`, expires),
    duration: music.durationSeconds,
    style: 'POP',
    signature: music.md5,
    sources: [music.source],
    liked: false,
    copyright: music.source,
    file_name: music.fileName,
    create_time: isoSeconds(music.createdAt),
  };
}

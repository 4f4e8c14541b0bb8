import { coverUrl } from '../media/signed-url.js';
import { videoCounters } from '../videos/video-counters.js';
import type { Video } from '../videos/video.js';
import type { ApiCall } from './api-call.js';
import { pickFields } from './fields.js';

export const VIDEO_FIELDS = [
  'id',
  'create_time',
  'cover_image_url',
  'share_url',
  'video_description',
  'title',
  'duration',
  'height',
  'width',
  'embed_html',
  'embed_link',
  'like_count',
  'comment_count',
  'share_count',
  'view_count',
] as const;

export type VideoField = (typeof VIDEO_FIELDS)[number];

const CAPTION_SHOWN = 150;

/** A video in the Display API's format, with the requested fields only. Source: reference §4.3. */
export function videoObject(
  call: ApiCall,
  video: Video,
  fields: readonly VideoField[],
): Partial<Record<VideoField, unknown>> {
  const counters = videoCounters(call.world, video);
  const utm = `utm_campaign=tt4d_open_api&utm_source=${call.grant.clientKey}`;
  const embedLink = `https://www.tiktok.com/player/v1/${video.id}?${utm}`;
  const all: Record<VideoField, unknown> = {
    id: video.id,
    create_time: Math.floor(video.createdAt / 1000),
    cover_image_url: coverUrl(call, video.id),
    share_url: `https://www.tiktok.com/@${video.username}/video/${video.id}?${utm}`,
    video_description: video.caption.slice(0, CAPTION_SHOWN),
    title: video.caption.slice(0, CAPTION_SHOWN),
    duration: video.durationSeconds,
    height: video.height,
    width: video.width,
    embed_html: `<iframe src="${embedLink}" width="325" height="578" allow="fullscreen"></iframe>`,
    embed_link: embedLink,
    like_count: counters.likes,
    comment_count: counters.comments,
    share_count: counters.shares,
    view_count: counters.views,
  };
  return pickFields(all, fields);
}

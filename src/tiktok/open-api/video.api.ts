import { Injectable } from '@nestjs/common';
import type { Priority } from '../http/rate-governor/rated-call.js';
import { OpenApiClient } from './open-api-client.js';

/** https://developers.tiktok.com/doc/tiktok-api-v2-video-object ; counters may be missing on odd videos. */
export interface TikTokVideo {
  id: string;
  /** UTC seconds. */
  create_time: number;
  title?: string;
  video_description?: string;
  share_url?: string;
  /** Seconds. */
  duration?: number;
  view_count?: number;
  like_count?: number;
  comment_count?: number;
  share_count?: number;
}

export interface VideoPage {
  videos: TikTokVideo[];
  /** UTC milliseconds: videos posted before it come next. */
  cursor: number;
  has_more: boolean;
}

const PAGE_SIZE = 20; // TikTok's maximum
const FIELDS = [
  'id',
  'create_time',
  'title',
  'video_description',
  'share_url',
  'duration',
  'view_count',
  'like_count',
  'comment_count',
  'share_count',
];

@Injectable()
export class VideoApi {
  constructor(private readonly client: OpenApiClient) {}

  /**
   * Public videos, newest first.
   * @param cursor of the page before; undefined for the newest
   * https://developers.tiktok.com/doc/tiktok-api-v2-video-list
   */
  list(
    credentialId: string,
    cursor: number | undefined,
    priority: Priority = 'background',
  ): Promise<VideoPage> {
    const body = { max_count: PAGE_SIZE, ...(cursor !== undefined && { cursor }) };
    return this.client.post<VideoPage>(credentialId, '/v2/video/list/', {
      body,
      fields: FIELDS,
      kind: 'read',
      priority,
    });
  }
}

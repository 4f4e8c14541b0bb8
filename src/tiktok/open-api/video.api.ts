import { Injectable } from '@nestjs/common';
import type { TimePage } from '../http/page-walk.js';
import type { Priority } from '../rate-limits/rated-call.js';
import { OpenApiClient } from './open-api-client.js';

/** https://developers.tiktok.com/doc/tiktok-api-v2-video-object ; any field may be missing or null. */
export interface TikTokVideo {
  id: string;
  /** UTC seconds. */
  create_time: number;
  title?: string;
  video_description?: string;
  share_url?: string;
  /** A signed URL that expires after 6 hours. */
  cover_image_url?: string;
  /** Seconds. */
  duration?: number;
  view_count?: number;
  like_count?: number;
  comment_count?: number;
  share_count?: number;
}

const PAGE_SIZE = 20; // TikTok's maximum
/** TikTok's maximum number of ids per query. */
export const MAX_QUERIED_VIDEOS = 20;
const FIELDS = [
  'id',
  'create_time',
  'title',
  'video_description',
  'share_url',
  'cover_image_url',
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
   * Returns a page of public videos, newest first. `walkPages` iterates over the pages.
   * @param cursor from the previous page; undefined for the newest page
   * https://developers.tiktok.com/doc/tiktok-api-v2-video-list
   */
  list(
    credentialId: string,
    cursor: string | undefined,
    priority: Priority = 'background',
  ): Promise<TimePage> {
    const body = { max_count: PAGE_SIZE, ...(cursor !== undefined && { cursor: Number(cursor) }) };
    return this.client.post<TimePage>(credentialId, '/v2/video/list/', {
      body,
      fields: FIELDS,
      kind: 'read',
      priority,
    });
  }

  /**
   * Returns the account's public videos with these ids. TikTok omits deleted and hidden videos, and those of other accounts.
   * @param ids at most 20
   * https://developers.tiktok.com/doc/tiktok-api-v2-video-query
   */
  query(
    credentialId: string,
    ids: readonly string[],
    priority: Priority = 'background',
  ): Promise<{ videos?: unknown }> {
    return this.client.post(credentialId, '/v2/video/query/', {
      body: { filters: { video_ids: ids } },
      fields: FIELDS,
      kind: 'read',
      priority,
    });
  }
}

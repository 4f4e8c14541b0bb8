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
  /** Seconds. */
  duration?: number;
  view_count?: number;
  like_count?: number;
  comment_count?: number;
  share_count?: number;
}

const PAGE_SIZE = 20; // TikTok's maximum
/** TikTok's maximum of ids in one query. */
export const MAX_QUERIED_VIDEOS = 20;
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
   * Public videos, newest first; `walkPages` goes through them.
   * @param cursor of the page before; undefined for the newest
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
   * Those of the account's public videos that have one of these ids. TikTok leaves all others out: deleted, hidden, or
   * never the account's.
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

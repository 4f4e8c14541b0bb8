import { Injectable } from '@nestjs/common';
import type { Priority } from '../http/rate-governor/rated-call.js';
import { OpenApiClient } from './open-api-client.js';

export const PRIVACY_LEVELS = [
  'PUBLIC_TO_EVERYONE',
  'MUTUAL_FOLLOW_FRIENDS',
  'FOLLOWER_OF_CREATOR',
  'SELF_ONLY',
] as const;
export type PrivacyLevel = (typeof PRIVACY_LEVELS)[number];

export interface CreatorInfo {
  creator_username: string;
  creator_nickname: string;
  privacy_level_options: PrivacyLevel[];
  comment_disabled: boolean;
  duet_disabled: boolean;
  stitch_disabled: boolean;
  max_video_post_duration_sec: number;
}

export interface VideoPost {
  /** The caption; at most 2200 UTF-16 units. */
  title: string;
  privacy_level: PrivacyLevel;
  disable_comment: boolean;
  disable_duet: boolean;
  disable_stitch: boolean;
  brand_content_toggle: boolean;
  brand_organic_toggle: boolean;
}

/** Sizes in bytes. */
export interface FileUpload {
  video_size: number;
  chunk_size: number;
  total_chunk_count: number;
}

export interface StartedPost {
  publish_id: string;
  /** Valid for one hour; holds a token. */
  upload_url: string;
}

export interface PostStatus {
  status: 'PROCESSING_UPLOAD' | 'PROCESSING_DOWNLOAD' | 'SEND_TO_USER_INBOX' | 'PUBLISH_COMPLETE' | 'FAILED';
  fail_reason?: string;
  /** TikTok's spelling. Filled only for public posts, after moderation. */
  publicaly_available_post_id?: (string | number)[];
  uploaded_bytes?: number;
}

/** Content Posting API. https://developers.tiktok.com/doc/content-posting-api-reference-direct-post */
@Injectable()
export class PostingApi {
  constructor(private readonly client: OpenApiClient) {}

  /** To be asked afresh before every post. A spam-risk refusal comes with HTTP 200. */
  creatorInfo(credentialId: string, priority: Priority = 'background'): Promise<CreatorInfo> {
    const path = '/v2/post/publish/creator_info/query/';
    return this.client.post(credentialId, path, { kind: 'read', priority });
  }

  /** Begins a direct post of a file. Six a minute. Never to be sent twice for one post. */
  initVideo(
    credentialId: string,
    post: VideoPost,
    file: FileUpload,
    priority: Priority = 'background',
  ): Promise<StartedPost> {
    const body = { post_info: post, source_info: { source: 'FILE_UPLOAD', ...file } };
    return this.client.post(credentialId, '/v2/post/publish/video/init/', {
      body,
      kind: 'mutation',
      priority,
    });
  }

  /** Thirty a minute. https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status */
  status(credentialId: string, publishId: string, priority: Priority = 'background'): Promise<PostStatus> {
    const body = { publish_id: publishId };
    return this.client.post(credentialId, '/v2/post/publish/status/fetch/', {
      body,
      kind: 'read',
      priority,
    });
  }
}

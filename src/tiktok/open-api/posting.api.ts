import { Injectable } from '@nestjs/common';
import type { Priority } from '../rate-limits/rated-call.js';
import { TikTokApiError } from '../http/tiktok-errors.js';
import { OpenApiClient } from './open-api-client.js';

export const PRIVACY_LEVELS = [
  'PUBLIC_TO_EVERYONE',
  'MUTUAL_FOLLOW_FRIENDS',
  'FOLLOWER_OF_CREATOR',
  'SELF_ONLY',
] as const;
export type PrivacyLevel = (typeof PRIVACY_LEVELS)[number];

export interface CreatorInfo {
  /** Signed, for two hours. */
  creator_avatar_url?: string;
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
  /** TikTok labels the video as made with AI. */
  is_aigc: boolean;
  /** The first frame when absent. */
  video_cover_timestamp_ms?: number;
}

/** A direct post of photos. Duet, stitch and the AI label do not exist for them. */
export interface PhotoPost {
  /** At most 90 UTF-16 units. */
  title: string;
  /** At most 4000 UTF-16 units. */
  description: string;
  privacy_level: PrivacyLevel;
  disable_comment: boolean;
  /** TikTok picks the music; no field of the open API names a track. */
  auto_add_music: boolean;
  brand_content_toggle: boolean;
  brand_organic_toggle: boolean;
}

/** Sizes in bytes. */
export interface FileUpload {
  video_size: number;
  chunk_size: number;
  total_chunk_count: number;
}

/** Where a video comes from: we send its bytes, or TikTok fetches them from an address under a verified domain. */
export type VideoSource =
  ({ source: 'FILE_UPLOAD' } & FileUpload) | { source: 'PULL_FROM_URL'; video_url: string };

/** 1 to 35 https addresses under a verified domain; photos are never uploaded. */
export interface PhotoSource {
  photo_images: string[];
  /** From 0. */
  photo_cover_index: number;
}

export interface StartedPost {
  publish_id: string;
  /** Only for `FILE_UPLOAD`; valid for one hour; holds a token. */
  upload_url?: string;
}

/** TikTok cancels only pulls that are still downloading. */
export type CancelOutcome = 'cancelled' | 'not_cancellable';

export interface PostStatus {
  status: 'PROCESSING_UPLOAD' | 'PROCESSING_DOWNLOAD' | 'SEND_TO_USER_INBOX' | 'PUBLISH_COMPLETE' | 'FAILED';
  fail_reason?: string;
  /** TikTok's spelling. Filled only for public posts, after moderation. */
  publicaly_available_post_id?: (string | number)[];
  uploaded_bytes?: number;
}

const PHOTO_INIT = '/v2/post/publish/content/init/';

/** Content Posting API. https://developers.tiktok.com/doc/content-posting-api-reference-direct-post */
@Injectable()
export class PostingApi {
  constructor(private readonly client: OpenApiClient) {}

  /** To be asked afresh before every post. A spam-risk refusal comes with HTTP 200. */
  creatorInfo(credentialId: string, priority: Priority = 'background'): Promise<CreatorInfo> {
    const path = '/v2/post/publish/creator_info/query/';
    return this.client.post(credentialId, path, { kind: 'read', priority });
  }

  /** Begins a direct post of a video. Six inits a minute. Never to be sent twice for one post. */
  initVideo(credentialId: string, post: VideoPost, source: VideoSource): Promise<StartedPost> {
    return this.init(credentialId, '/v2/post/publish/video/init/', {
      post_info: post,
      source_info: source,
    });
  }

  /**
   * Begins a draft of a video: the creator finds it in the inbox and finishes it in the app. TikTok takes no text with
   * it. https://developers.tiktok.com/doc/content-posting-api-reference-upload-video
   */
  initDraftVideo(credentialId: string, source: VideoSource): Promise<StartedPost> {
    return this.init(credentialId, '/v2/post/publish/inbox/video/init/', { source_info: source });
  }

  /** Begins a direct post of photos. https://developers.tiktok.com/doc/content-posting-api-reference-photo-post */
  initPhotos(credentialId: string, post: PhotoPost, source: PhotoSource): Promise<StartedPost> {
    return this.init(credentialId, PHOTO_INIT, photoInit('DIRECT_POST', post, source));
  }

  /** Begins a draft of photos; all else is the creator's choice in the app, which must be 31.8 or newer. */
  initDraftPhotos(
    credentialId: string,
    post: Pick<PhotoPost, 'title' | 'description'>,
    source: PhotoSource,
  ): Promise<StartedPost> {
    return this.init(credentialId, PHOTO_INIT, photoInit('MEDIA_UPLOAD', post, source));
  }

  /**
   * Stops a pull, best effort: one that was cancelled ends as FAILED with `publish_cancelled`.
   * https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide
   * @throws TikTokError for every other refusal; after an unknown outcome the status tells
   */
  async cancel(
    credentialId: string,
    publishId: string,
    priority: Priority = 'interactive',
  ): Promise<CancelOutcome> {
    const request = { body: { publish_id: publishId }, kind: 'mutation' as const, priority };
    try {
      await this.client.post(credentialId, '/v2/post/publish/cancel/', request);
      return 'cancelled';
    } catch (error) {
      if (error instanceof TikTokApiError && error.code === 'publish_not_cancellable')
        return 'not_cancellable';
      throw error;
    }
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

  private init(credentialId: string, path: string, body: object): Promise<StartedPost> {
    return this.client.post(credentialId, path, { body, kind: 'mutation', priority: 'background' });
  }
}

function photoInit(mode: 'DIRECT_POST' | 'MEDIA_UPLOAD', post: object, source: PhotoSource): object {
  return {
    media_type: 'PHOTO',
    post_mode: mode,
    post_info: post,
    source_info: { source: 'PULL_FROM_URL', ...source },
  };
}

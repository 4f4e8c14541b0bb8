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
  /** A signed URL, valid for 2 h. */
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
  /** The caption, at most 2200 UTF-16 units. */
  title: string;
  privacy_level: PrivacyLevel;
  disable_comment: boolean;
  disable_duet: boolean;
  disable_stitch: boolean;
  brand_content_toggle: boolean;
  brand_organic_toggle: boolean;
  /** Makes TikTok label the video as AI-generated. */
  is_aigc: boolean;
  /** Defaults to the first frame. */
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
  /** Lets TikTok choose the music. The open API has no field for a track. */
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

/** We upload the bytes, or TikTok fetches them from a URL under a verified domain. */
export type VideoSource =
  ({ source: 'FILE_UPLOAD' } & FileUpload) | { source: 'PULL_FROM_URL'; video_url: string };

/** 1 to 35 HTTPS URLs under a verified domain. Photos are never uploaded. */
export interface PhotoSource {
  photo_images: string[];
  /** From 0. */
  photo_cover_index: number;
}

export interface StartedPost {
  publish_id: string;
  /** Only for `FILE_UPLOAD`. Valid for 1 h, and contains a token. */
  upload_url?: string;
}

/** TikTok can cancel only pulls that are still downloading. */
export type CancelOutcome = 'cancelled' | 'not_cancellable';

export interface PostStatus {
  status: 'PROCESSING_UPLOAD' | 'PROCESSING_DOWNLOAD' | 'SEND_TO_USER_INBOX' | 'PUBLISH_COMPLETE' | 'FAILED';
  fail_reason?: string;
  /** TikTok's spelling. Set only for public posts, after moderation. */
  publicaly_available_post_id?: (string | number)[];
  uploaded_bytes?: number;
}

const PHOTO_INIT = '/v2/post/publish/content/init/';

/** Content Posting API. https://developers.tiktok.com/doc/content-posting-api-reference-direct-post */
@Injectable()
export class PostingApi {
  constructor(private readonly client: OpenApiClient) {}

  /** Call it before every post. A spam-risk refusal has HTTP 200. */
  creatorInfo(credentialId: string, priority: Priority = 'background'): Promise<CreatorInfo> {
    const path = '/v2/post/publish/creator_info/query/';
    return this.client.post(credentialId, path, { kind: 'read', priority });
  }

  /** Starts a direct post of a video. Limit: 6 inits per minute. Never send it twice for one post. */
  initVideo(credentialId: string, post: VideoPost, source: VideoSource): Promise<StartedPost> {
    return this.init(credentialId, '/v2/post/publish/video/init/', {
      post_info: post,
      source_info: source,
    });
  }

  /**
   * Starts a draft of a video, which the creator finishes in the TikTok app. TikTok accepts no text for it.
   * https://developers.tiktok.com/doc/content-posting-api-reference-upload-video
   */
  initDraftVideo(credentialId: string, source: VideoSource): Promise<StartedPost> {
    return this.init(credentialId, '/v2/post/publish/inbox/video/init/', { source_info: source });
  }

  /** Starts a direct post of photos. https://developers.tiktok.com/doc/content-posting-api-reference-photo-post */
  initPhotos(credentialId: string, post: PhotoPost, source: PhotoSource): Promise<StartedPost> {
    return this.init(credentialId, PHOTO_INIT, photoInit('DIRECT_POST', post, source));
  }

  /** Starts a draft of photos. The creator finishes it in the TikTok app, version 31.8 or later. */
  initDraftPhotos(
    credentialId: string,
    post: Pick<PhotoPost, 'title' | 'description'>,
    source: PhotoSource,
  ): Promise<StartedPost> {
    return this.init(credentialId, PHOTO_INIT, photoInit('MEDIA_UPLOAD', post, source));
  }

  /**
   * Cancels a pull, on a best-effort basis. It ends as FAILED with `publish_cancelled`.
   * https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide
   * @throws TikTokError for any other failure. After an unknown outcome, check the status
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

  /** Limit: 30 calls per minute. https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status */
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

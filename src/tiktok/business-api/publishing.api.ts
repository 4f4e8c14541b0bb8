import { Injectable } from '@nestjs/common';
import type { PrivacyLevel } from '../open-api/posting.api.js';
import { callerFor, type BusinessAccount } from './business-account.js';
import { BusinessClient } from './business-client.js';

/** What the account's owner currently allows. */
export interface VideoSettings {
  privacy_level_options: PrivacyLevel[];
  comment_disabled: boolean;
  duet_disabled: boolean;
  stitch_disabled: boolean;
  max_video_post_duration_sec: number;
}

/** A clip from the Commercial Music Library (`song_clip_id`). Volumes are 0 to 100, times in milliseconds. */
export interface MusicSound {
  music_sound_id: string;
  music_sound_volume?: number;
  music_sound_start?: number;
  music_sound_end?: number;
  video_original_sound_volume?: number;
}

/** A video post, which is always public: the API has no privacy level for videos. */
export interface BusinessVideoPost {
  /** At most 2,200 UTF-16 units and 30 mentions. */
  caption?: string;
  is_brand_organic?: boolean;
  is_branded_content?: boolean;
  disable_comment?: boolean;
  disable_duet?: boolean;
  disable_stitch?: boolean;
  /** Milliseconds. Past the end of the video, the post fails. */
  thumbnail_offset?: number;
  is_ai_generated?: boolean;
  /** If true, TikTok ignores all other fields. */
  upload_to_draft: boolean;
  music_sound_info?: MusicSound;
}

export interface BusinessPhotoPost {
  /** At most 90 UTF-16 units. */
  title: string;
  /** At most 4,000 UTF-16 units and 30 mentions. */
  caption: string;
  /** If true, TikTok keeps only the title and the caption. */
  is_draft: boolean;
  privacy_level?: PrivacyLevel;
  disable_comment?: boolean;
  auto_add_music?: boolean;
  is_brand_organic?: boolean;
  is_branded_content?: boolean;
  music_sound_info?: Pick<MusicSound, 'music_sound_id'>;
}

/** A post's status. Other values than those listed may occur. */
export interface BusinessPostStatus {
  status: 'PROCESSING_DOWNLOAD' | 'PUBLISH_COMPLETE' | 'FAILED' | 'SEND_TO_USER_INBOX';
  /** Set up to 3 min after a public post is complete. */
  post_ids?: (string | number)[];
  /** Set for FAILED. */
  reason?: string;
}

/**
 * Publishing for TikTok accounts at the Business API. TikTok always fetches the files from HTTPS URLs under a verified domain.
 * Limit: 6 posts per minute and 15 per day for each account.
 * https://business-api.tiktok.com/portal/docs, section "Accounts API"
 */
@Injectable()
export class PublishingApi {
  constructor(private readonly client: BusinessClient) {}

  /** Needs the scope `video.publish`. Call it before every post. */
  videoSettings(account: BusinessAccount): Promise<VideoSettings> {
    const query = { business_id: account.businessId };
    return this.client.get(callerFor(account), '/business/video/settings/', query);
  }

  /** Never send it twice for one post. @returns the id for `status` */
  publishVideo(
    account: BusinessAccount,
    videoUrl: string,
    post: BusinessVideoPost,
  ): Promise<{ share_id: string }> {
    return this.client.post(callerFor(account), '/business/video/publish/', {
      business_id: account.businessId,
      video_url: videoUrl,
      post_info: post,
    });
  }

  /** Never send it twice for one post. @param photos 1 to 35 URLs */
  publishPhotos(
    account: BusinessAccount,
    photos: { urls: string[]; coverIndex: number },
    post: BusinessPhotoPost,
  ): Promise<{ share_id: string }> {
    return this.client.post(callerFor(account), '/business/photo/publish/', {
      business_id: account.businessId,
      photo_images: photos.urls,
      photo_cover_index: photos.coverIndex,
      post_info: post,
    });
  }

  status(account: BusinessAccount, publishId: string): Promise<BusinessPostStatus> {
    return this.client.get(callerFor(account), '/business/publish/status/', {
      business_id: account.businessId,
      publish_id: publishId,
    });
  }
}

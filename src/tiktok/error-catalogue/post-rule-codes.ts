import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

type Row = Omit<ErrorEntry, 'link'>;

/** Refused by us before TikTok would: what has to be changed is in the post. */
function ofPost(code: string, cause: string, message: string): Row {
  return { code, cause, fixableBy: 'user', retry: 'after_fix', message: `${message} Nothing was posted.` };
}

/** Rules of TikTok's that this service checks itself (src/content/rules). A publication's own sentence names file and value. */
export const POST_RULE_CODES: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.mediaTransfer, [
    ofPost(
      'media_format_unsupported',
      'the file is no MP4, MOV or WebM, or the photo no JPEG or WebP',
      'TikTok does not take files of this format: export the video as MP4, or save the photo as JPEG.',
    ),
    ofPost(
      'video_codec_unsupported',
      'the codec is none of H.264, H.265, VP8 and VP9',
      'TikTok does not take this video codec: export the video with H.264.',
    ),
    ofPost(
      'video_unreadable',
      'no player can open the video: it is cut off, unfinished or encrypted',
      'The video cannot be opened: export it again, check that it plays, and upload it again.',
    ),
    ofPost(
      'photo_unreadable',
      'no viewer can open the photo: it is cut off or damaged',
      'The photo cannot be opened: save it again as JPEG and upload it again.',
    ),
    ofPost(
      'frame_rate_out_of_range',
      'fewer than 23 or more than 60 frames a second',
      'TikTok takes videos of 23 to 60 frames a second: export the video with 30.',
    ),
    ofPost(
      'picture_size_out_of_range',
      'a side of the video has fewer than 360 or more than 4096 pixels',
      'TikTok takes videos whose sides have 360 to 4096 pixels: export the video with 1080 by 1920.',
    ),
    ofPost(
      'photo_resolution_too_high',
      'the shorter side of a photo has more than 1080 pixels; Business API: or the longer one more than 1920',
      'TikTok takes photos of at most 1080 by 1920 pixels: scale the photo down.',
    ),
    ofPost(
      'photo_too_large',
      'a photo has more than 20 MB',
      'TikTok takes photos of at most 20 MB: save the photo with a lower quality.',
    ),
    ofPost(
      'video_too_short',
      'Business API: less than 3 seconds',
      'TikTok takes videos of at least 3 seconds here: choose a longer one.',
    ),
    ofPost(
      'video_too_long',
      'longer than the creator may post, or than the 10 minutes of drafts',
      'The video is longer than this account may post: cut it.',
    ),
    ofPost(
      'photo_count_out_of_range',
      'no photo, or more than 35',
      'TikTok takes 1 to 35 photos in a post: leave some out, or add one.',
    ),
  ]),
  ...documentedAt(TIKTOK_PAGES.directPost, [
    ofPost(
      'caption_too_long',
      'more than 2200 UTF-16 units, 4000 under photos',
      'The caption is longer than TikTok takes: shorten it.',
    ),
    ofPost(
      'photo_title_too_long',
      'more than 90 UTF-16 units',
      'The title of the photos is longer than the 90 characters that TikTok takes: shorten it.',
    ),
    ofPost(
      'too_many_mentions',
      'Business API: more than 30 mentions',
      'The caption mentions more than 30 accounts, which TikTok does not take: leave some out.',
    ),
    ofPost(
      'privacy_level_missing',
      'a direct post without a privacy level',
      'Nobody has chosen who may see the post: choose one of the privacy levels that the account offers.',
    ),
    ofPost(
      'privacy_level_always_public',
      'Business API: a video with another level than PUBLIC_TO_EVERYONE',
      'Videos that go through the Business API are always public, and this one was to be seen by fewer people. Choose the public level, or connect the account for direct posts.',
    ),
    ofPost(
      'cover_out_of_range',
      'the cover is none of the photos, or lies behind the end of the video',
      'The chosen cover is not in the post: choose another one.',
    ),
  ]),
  ...documentedAt(TIKTOK_PAGES.sharingGuidelines, [
    ofPost(
      'branded_content_private',
      'brand_content_toggle with SELF_ONLY',
      'Branded content cannot be private: choose another privacy level, or switch it off.',
    ),
    ofPost(
      'disclosure_incomplete',
      'disclosure is on, and neither "Your brand" nor "Branded content"',
      'The post is said to promote something, and not what: choose your brand, branded content or both.',
    ),
    ofPost(
      'ai_label_unavailable',
      'is_aigc exists for videos posted directly only',
      'TikTok takes its label for AI-generated content with videos only: send photos as a draft and switch the label on in the app.',
    ),
  ]),
];

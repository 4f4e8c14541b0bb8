import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

type Row = Omit<ErrorEntry, 'link'>;

/** A post that this service rejects before TikTok would. The author has to change the post. */
function ofPost(code: string, cause: string, message: string): Row {
  return { code, cause, fixableBy: 'user', retry: 'after_fix', message: `${message} Nothing was posted.` };
}

/** TikTok's rules that this service checks itself (src/content/rules). A publication's own message has the file and value. */
export const POST_RULE_CODES: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.mediaTransfer, [
    ofPost(
      'media_format_unsupported',
      'the file is not an MP4, MOV or WebM video, or not a JPEG or WebP photo',
      'TikTok does not accept this file format. Export the video as MP4, or save the photo as JPEG.',
    ),
    ofPost(
      'video_codec_unsupported',
      'the codec is not H.264, H.265, VP8 or VP9',
      'TikTok does not accept this video codec. Export the video with H.264.',
    ),
    ofPost(
      'video_unreadable',
      'the video is truncated, unfinished or encrypted, so no player can open it',
      'The video cannot be opened. Export it again, check that it plays, and upload it again.',
    ),
    ofPost(
      'photo_unreadable',
      'the photo is truncated or damaged, so no viewer can open it',
      'The photo cannot be opened. Save it again as JPEG and upload it again.',
    ),
    ofPost(
      'frame_rate_out_of_range',
      'fewer than 23 or more than 60 frames per second',
      'TikTok accepts videos with 23 to 60 frames per second. Export the video with 30.',
    ),
    ofPost(
      'picture_size_out_of_range',
      'a side of the video has fewer than 360 or more than 4096 pixels',
      'TikTok accepts videos whose sides have 360 to 4096 pixels. Export the video with 1080 by 1920.',
    ),
    ofPost(
      'photo_resolution_too_high',
      'the shorter side of a photo has more than 1080 pixels; for the Business API, also if the longer one has more than 1920',
      'TikTok accepts photos up to 1080 by 1920 pixels. Scale the photo down.',
    ),
    ofPost(
      'photo_too_large',
      'a photo exceeds 20 MB',
      'TikTok accepts photos up to 20 MB. Save the photo with a lower quality.',
    ),
    ofPost(
      'video_too_short',
      'Business API: less than 3 s',
      'TikTok accepts videos of at least 3 s here. Choose a longer video.',
    ),
    ofPost(
      'video_too_long',
      'longer than the creator may post, or than 10 min for a draft',
      'The video is longer than this account may post. Shorten it.',
    ),
    ofPost(
      'photo_count_out_of_range',
      'no photo, or more than 35',
      'TikTok accepts 1 to 35 photos in a post. Remove some, or add one.',
    ),
  ]),
  ...documentedAt(TIKTOK_PAGES.directPost, [
    ofPost(
      'caption_too_long',
      'more than 2200 UTF-16 units, or 4000 for photos',
      "The caption exceeds TikTok's limit. Shorten it.",
    ),
    ofPost(
      'photo_title_too_long',
      'more than 90 UTF-16 units',
      "The title of the photos exceeds TikTok's limit of 90 characters. Shorten it.",
    ),
    ofPost(
      'too_many_mentions',
      'Business API: more than 30 mentions',
      'TikTok accepts up to 30 mentions in a caption. Remove some.',
    ),
    ofPost(
      'privacy_level_missing',
      'a direct post without a privacy level',
      'The post has no privacy level. Choose who can see it: TikTok requires an explicit choice.',
    ),
    ofPost(
      'privacy_level_always_public',
      'Business API: a video with another level than PUBLIC_TO_EVERYONE',
      'Videos posted through the Business API are always public. Choose the public level, or connect the account for direct posts.',
    ),
    ofPost(
      'cover_out_of_range',
      'the cover is not one of the photos, or is after the end of the video',
      'The chosen cover is not in the post. Choose another one.',
    ),
  ]),
  ...documentedAt(TIKTOK_PAGES.sharingGuidelines, [
    ofPost(
      'branded_content_private',
      'brand_content_toggle with SELF_ONLY',
      'Branded content cannot be private. Choose another privacy level, or turn branded content off.',
    ),
    ofPost(
      'disclosure_incomplete',
      'disclosure is on without "Your brand" or "Branded content"',
      'The post is marked as promotional, but not for whom. Choose your brand, branded content or both.',
    ),
    ofPost(
      'ai_label_unavailable',
      'is_aigc exists only for videos that are posted directly',
      'TikTok accepts its label for AI-generated content only with videos. Send photos as a draft and add the label in the TikTok app.',
    ),
  ]),
];

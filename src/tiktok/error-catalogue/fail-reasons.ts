import { documentedAt, type ErrorEntry } from './error-entry.js';
import { SPAM_RISK_OF_CREATOR, SPAM_RISK_OF_POST } from './spam-risk.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/**
 * Why a post that TikTok had taken did not appear: `fail_reason` of the status, `reason` of the webhook.
 * Sources: open API reference §5.9; Business reference §9.2 (the same words).
 */
export const FAIL_REASONS: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.mediaTransfer, [
    {
      code: 'file_format_check_failed',
      cause: 'container or codec is not supported',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'TikTok does not take this file format. Export the video as MP4, MOV or WebM with H.264, H.265, VP8 or VP9 and publish it as a new post.',
    },
    {
      code: 'duration_check_failed',
      cause: "the video is too short, or longer than the creator's max_video_post_duration_sec",
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'The video is too short or too long for this TikTok account. Cut it to a length that the account may post and publish it as a new post.',
    },
    {
      code: 'frame_rate_check_failed',
      cause: 'frame rate outside 23 to 60 fps',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'The frame rate of the video is not supported. Export it with 23 to 60 frames per second and publish it as a new post.',
    },
    {
      code: 'picture_size_check_failed',
      cause: 'a side of the picture is outside 360 to 4096 px, or a photo is above 1080p',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'The picture is too small or too large. Each side of a video must have 360 to 4096 pixels and a photo at most 1080p; publish it as a new post.',
    },
    {
      code: 'video_pull_failed',
      cause: 'video_url is unreachable, redirects, is too slow, or took longer than 1 h',
      fixableBy: 'developer',
      retry: 'after_fix',
      message:
        'TikTok could not fetch the video from its address. The address must answer over https without a redirect and within an hour; check it and publish again.',
    },
    {
      code: 'photo_pull_failed',
      cause: 'a photo URL is unreachable, redirects, is too slow, or took longer than 1 h',
      fixableBy: 'developer',
      retry: 'after_fix',
      message:
        'TikTok could not fetch a photo from its address. The address must answer over https without a redirect and within an hour; check it and publish again.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.postStatus, [
    {
      code: 'internal',
      cause: 'internal error of TikTok while it processed the post',
      fixableBy: 'tiktok',
      retry: 'backoff',
      message: 'TikTok had an internal problem with this post: publish it again later.',
    },
    {
      code: 'publish_cancelled',
      cause: 'the post was cancelled through the API',
      fixableBy: 'user',
      retry: 'never',
      message:
        'The post was cancelled before TikTok published it. Publish it as a new post if that was a mistake.',
    },
    {
      code: 'auth_removed',
      cause: 'the user removed the access of the app while the post was under way',
      fixableBy: 'user',
      retry: 'reconnect',
      message:
        'The TikTok user has removed the access of this app while the post was under way: connect the account again and publish it again.',
    },
    ...SPAM_RISK_OF_CREATOR,
    ...SPAM_RISK_OF_POST,
  ]),
];

import { documentedAt, type ErrorEntry } from './error-entry.js';
import { SPAM_RISK_OF_CREATOR, SPAM_RISK_OF_POST } from './spam-risk.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/**
 * Reasons why an accepted post was not published: `fail_reason` in the status, `reason` in the webhook.
 * Sources: open API reference §5.9; Business reference §9.2 (the same words).
 */
export const FAIL_REASONS: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.mediaTransfer, [
    {
      code: 'file_format_check_failed',
      cause: 'the container or codec is not supported',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'TikTok does not accept this file format. Export the video as MP4, MOV or WebM with H.264, H.265, VP8 or VP9, and create a new post.',
    },
    {
      code: 'duration_check_failed',
      cause: "the video is too short, or longer than the creator's max_video_post_duration_sec",
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'The video is too short or too long for this TikTok account. Cut it to an allowed length and create a new post.',
    },
    {
      code: 'frame_rate_check_failed',
      cause: 'the frame rate is outside 23 to 60 fps',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'TikTok does not accept the frame rate of the video. Export it with 23 to 60 frames per second and create a new post.',
    },
    {
      code: 'picture_size_check_failed',
      cause: 'a side of the picture is outside 360 to 4096 px, or a photo is above 1080p',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'The picture is too small or too large. Each side of a video must have 360 to 4096 pixels, and a photo at most 1080p. Change it and create a new post.',
    },
    {
      code: 'video_pull_failed',
      cause: 'video_url is unreachable, redirects, is too slow, or took longer than 1 h',
      fixableBy: 'developer',
      retry: 'after_fix',
      message:
        'TikTok could not fetch the video from its URL. Check that the URL responds over HTTPS, without a redirect and within 1 h. Then publish again.',
    },
    {
      code: 'photo_pull_failed',
      cause: 'a photo URL is unreachable, redirects, is too slow, or took longer than 1 h',
      fixableBy: 'developer',
      retry: 'after_fix',
      message:
        'TikTok could not fetch a photo from its URL. Check that the URL responds over HTTPS, without a redirect and within 1 h. Then publish again.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.postStatus, [
    {
      code: 'internal',
      cause: 'TikTok had an internal error while it processed the post',
      fixableBy: 'tiktok',
      retry: 'backoff',
      message: 'TikTok had an internal error with this post. Publish it again later.',
    },
    {
      code: 'publish_cancelled',
      cause: 'the post was cancelled through the API',
      fixableBy: 'user',
      retry: 'never',
      message: 'The post was cancelled before TikTok published it. If that was a mistake, create a new post.',
    },
    {
      code: 'auth_removed',
      cause: "the user revoked the app's access while the post was in progress",
      fixableBy: 'user',
      retry: 'reconnect',
      message:
        "The TikTok user revoked this app's access while the post was in progress. Connect the account again, then publish again.",
    },
    ...SPAM_RISK_OF_CREATOR,
    ...SPAM_RISK_OF_POST,
  ]),
];

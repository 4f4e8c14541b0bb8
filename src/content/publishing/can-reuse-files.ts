import { explainError } from '../../tiktok/index.js';

/** Only another file helps against these. */
const NEEDS_OTHER_FILE: ReadonlySet<string> = new Set([
  'file_format_check_failed',
  'duration_check_failed',
  'frame_rate_check_failed',
  'picture_size_check_failed',
  'invalid_file_upload',
  'media_format_unsupported',
  'video_codec_unsupported',
  'video_unreadable',
  'photo_unreadable',
  'frame_rate_out_of_range',
  'picture_size_out_of_range',
  'video_too_long',
  'video_too_short',
  'photo_count_out_of_range',
  'photo_too_large',
  'photo_resolution_too_high',
  'video_too_large',
  'staged_file_missing',
]);

/** True if a post that failed for this reason can be retried with the same files. */
export function canReuseFiles(failCode: string): boolean {
  return explainError('fail_reason', failCode).retry !== 'never' && !NEEDS_OTHER_FILE.has(failCode);
}

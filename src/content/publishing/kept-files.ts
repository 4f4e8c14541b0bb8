import { explainErrorOf } from '../../tiktok/index.js';

const CODES_FROM = ['fail_reason', 'open_api', 'connector', 'oauth', 'business'] as const;

/** These can only be mended with another file. */
const NEEDS_OTHER_FILE: ReadonlySet<string> = new Set([
  'file_format_check_failed',
  'duration_check_failed',
  'frame_rate_check_failed',
  'picture_size_check_failed',
  'invalid_file_upload',
  'video_too_large',
  'staged_file_missing',
]);

/** Whether a post that failed for this reason may be tried again with the same bytes. */
export function sameFilesMayWork(failCode: string): boolean {
  return explainErrorOf(CODES_FROM, failCode).retry !== 'never' && !NEEDS_OTHER_FILE.has(failCode);
}

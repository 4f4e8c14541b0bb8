import { TikTokApiError, type ErrorExplainer } from '../../tiktok/index.js';
import type { RunProgress } from '../runs/run-progress.js';

// Wrong parameters, as for a video of another account; and what no longer exists.
const CODES = new Set(['40002', '40007']);

/** True if TikTok refuses one video, comment or conversation. The others do not depend on it. */
export function isRefusedItem(error: unknown): error is TikTokApiError {
  return error instanceof TikTokApiError && CODES.has(error.code);
}

/** Notes that TikTok refuses the comments of one video. @throws any other error */
export function warnOfRefusedVideo(
  progress: RunProgress,
  errors: ErrorExplainer,
  videoId: string,
  error: unknown,
): void {
  if (!isRefusedItem(error)) throw error;
  const { code, message } = errors.explain(error);
  progress.warn({ part: videoId, code, message: `The comments of video ${videoId}: ${message}` });
}

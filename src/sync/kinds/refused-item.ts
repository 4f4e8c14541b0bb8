import { TikTokApiError } from '../../tiktok/index.js';

// Wrong parameters, as for a video of another account; and what no longer exists.
const CODES = new Set(['40002', '40007']);

/** True if TikTok refuses one video, comment or conversation. The others do not depend on it. */
export function isRefusedItem(error: unknown): error is TikTokApiError {
  return error instanceof TikTokApiError && CODES.has(error.code);
}

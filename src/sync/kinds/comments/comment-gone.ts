import type { TikTokApiError } from '../../../tiktok/index.js';

// Wrong parameters, as for a video of another account; and what no longer exists.
const GONE = new Set(['40002', '40007']);

/** True if TikTok refuses this one video, comment or conversation. */
export function isCommentGone({ code }: TikTokApiError): boolean {
  return GONE.has(code);
}

/** TikTok has reported by a webhook that the video is no longer public. */
export const NOT_PUBLIC = 'not_public';
/** TikTok no longer shows the video, and has not said why. */
export const NOT_LISTED = 'not_listed';

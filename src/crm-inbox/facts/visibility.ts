export const VISIBILITIES = ['public', 'friends', 'hidden', 'deleted', 'unknown'] as const;
/** `unknown`: TikTok has reported the comment only with actions that this version does not know. */
export type Visibility = (typeof VISIBILITIES)[number];

import { PRIVACY_LEVELS, type PrivacyLevel } from '../../tiktok/index.js';

/** In TikTok's words. */
export const PRIVACY_LABELS: Record<PrivacyLevel, string> = {
  PUBLIC_TO_EVERYONE: 'Everyone',
  MUTUAL_FOLLOW_FRIENDS: 'Friends',
  FOLLOWER_OF_CREATOR: 'Followers',
  SELF_ONLY: 'Only you',
};

/** @returns the known ones among what TikTok offers, in a fixed order */
export function knownLevels(offered: readonly unknown[]): PrivacyLevel[] {
  return PRIVACY_LEVELS.filter((level) => offered.includes(level));
}

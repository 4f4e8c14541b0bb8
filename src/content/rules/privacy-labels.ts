import { PRIVACY_LEVELS, type PrivacyLevel } from '../../tiktok/index.js';

/** TikTok's own labels. */
export const PRIVACY_LABELS: Record<PrivacyLevel, string> = {
  PUBLIC_TO_EVERYONE: 'Everyone',
  MUTUAL_FOLLOW_FRIENDS: 'Friends',
  FOLLOWER_OF_CREATOR: 'Followers',
  SELF_ONLY: 'Only you',
};

/** Returns the offered levels that we know, in a fixed order. */
export function knownLevels(offered: readonly unknown[]): PrivacyLevel[] {
  return PRIVACY_LEVELS.filter((level) => offered.includes(level));
}

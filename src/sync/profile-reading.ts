import type { TikTokUser } from '../tiktok/index.js';

/**
 * The texts of a profile.
 * @param user as it came: nothing about it is certain
 * @returns undefined when there is no profile
 */
export function profileOf(user: unknown): TikTokUser | undefined {
  if (typeof user !== 'object' || user === null || Array.isArray(user)) return undefined;
  const texts = Object.entries(user).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(texts) as TikTokUser;
}

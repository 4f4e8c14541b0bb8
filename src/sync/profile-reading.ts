import type { TikTokUser } from '../tiktok/index.js';

/**
 * The texts of a profile that can be stored: no database text holds a zero byte.
 * @param user as it came: nothing about it is certain
 * @returns undefined when there is no profile
 */
export function profileOf(user: unknown): TikTokUser | undefined {
  if (typeof user !== 'object' || user === null || Array.isArray(user)) return undefined;
  const texts = Object.entries(user)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([key, value]) => [key, value.replaceAll('\0', '')]);
  return Object.fromEntries(texts) as TikTokUser;
}

import type { World } from '../../world.js';
import type { BusinessSettings } from '../business-settings.js';

/** True if TikTok would show one more comment of this account with this text to its author only. */
export function isTooSimilar(
  world: World,
  { commentLimitFrom: from }: Pick<BusinessSettings, 'commentLimitFrom'>,
  { username, text }: { username: string; text: string },
): boolean {
  if (from === 0 || text === '') return false;
  const same = world.comments.writtenBy(username).filter((one) => one.text === text);
  return same.length + 1 >= from;
}

import type { Account } from '../accounts/account.js';
import type { World } from '../world.js';

/**
 * Whether an account's videos are public at all. On TikTok the posts of a private account are for its followers;
 * what the API then lists is not documented, hence the switch.
 */
export function isListed(world: World, account: Account): boolean {
  return !account.settings.private || world.settings.privateAccountVideos === 'listed';
}

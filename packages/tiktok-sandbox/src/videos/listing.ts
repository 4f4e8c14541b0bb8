import type { Account } from '../accounts/account.js';
import type { World } from '../world.js';

/**
 * True if an account's videos are public at all. On TikTok only followers see the posts of a private account;
 * TikTok does not document what the API then lists, hence the setting.
 */
export function isListed(world: World, account: Account): boolean {
  return !account.settings.private || world.settings.privateAccountVideos === 'listed';
}

import type { World } from '../../world.js';
import { type MessagingTraits, usualMessaging } from './messaging-traits.js';

/** What an account may do with messages now. */
export function messagingTraits(world: World, username: string): MessagingTraits {
  return world.business.tables.messagingTraits.get(username) ?? usualMessaging(username);
}

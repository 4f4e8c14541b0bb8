import type { World } from '../../world.js';
import { emitPostEvent } from '../webhooks/account-event.js';

/** Notifies the business app that one of its posts has become public, or is no longer public. */
export function notifyPostVisibility(
  world: World,
  videoId: string,
  username: string,
  isPublic: boolean,
): void {
  const post = world.business.tables.posts
    .of(username)
    .find(({ publication }) => publication.postIds.includes(videoId));
  if (!post) return;
  const event = isPublic ? 'publicly_available' : 'no_longer_publicly_available';
  const content = { publish_id: post.id, post_id: videoId, publish_type: 'DIRECT_PUBLISH' };
  emitPostEvent(world, `post.publish.${event}`, username, content);
}

import { commentContent } from '../../comments/add-comment.js';
import type { Comment } from '../../comments/comment.js';
import { businessEvent } from '../../webhooks/event-of.js';
import type { World } from '../../world.js';

export type CommentAction = 'insert' | 'delete' | 'set_to_hidden' | 'set_to_friends_only' | 'set_to_public';

/** Notifies the app of a change to a comment. */
export function emitCommentUpdate(world: World, comment: Comment, action: CommentAction): void {
  const owner = world.videos.get(comment.videoId)?.username ?? '';
  world.webhooks.emit(businessEvent(world, 'comment.update', owner, commentContent(world, comment, action)));
}

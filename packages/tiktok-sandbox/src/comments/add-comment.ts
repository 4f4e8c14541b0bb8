import { exactJson, bareNumber } from '../exact-json.js';
import { itemId } from '../ids.js';
import type { Video } from '../videos/video.js';
import { businessEvent } from '../webhooks/event-of.js';
import type { World } from '../world.js';
import { viewerIdentifier } from './viewer.js';
import type { Comment } from './comment.js';

/** A viewer's new comment. */
export interface NewComment {
  readonly username: string;
  readonly text: string;
  /** The comment that it replies to, if any. */
  readonly parentId: string | null;
}

/** Stores a viewer's comment and notifies the Business API app. */
export function addComment(world: World, video: Video, input: NewComment): Comment {
  const createdAt = world.clock.now();
  const comment: Comment = {
    ...input,
    id: itemId(createdAt),
    videoId: video.id,
    displayName: input.username,
    uniqueIdentifier: viewerIdentifier(input.username),
    createdAt,
    likes: 0,
    byOwner: input.username === video.username,
    status: 'PUBLIC',
  };
  world.comments.add(comment);
  world.webhooks.emit(
    businessEvent(world, 'comment.update', video.username, commentContent(world, comment, 'insert')),
  );
  return comment;
}

/** Deletes a comment and its replies, and notifies the Business API app of each. @returns the deleted ones */
export function removeComment(world: World, id: string): Comment[] {
  const removed = world.comments.remove(id);
  for (const comment of removed) {
    const owner = world.videos.get(comment.videoId)?.username ?? '';
    world.webhooks.emit(
      businessEvent(world, 'comment.update', owner, commentContent(world, comment, 'delete')),
    );
  }
  return removed;
}

/** The content of `comment.update`: ids are bare 19-digit numbers. Source: business reference §9.2. */
export function commentContent(world: World, comment: Comment, action: string): string {
  return exactJson({
    comment_id: bareNumber(comment.id),
    video_id: bareNumber(comment.videoId),
    parent_comment_id: bareNumber(comment.parentId ?? '0'),
    comment_type: comment.parentId === null ? 'comment' : 'reply',
    comment_action: action,
    unique_identifier: comment.uniqueIdentifier,
    timestamp: action === 'insert' ? comment.createdAt : world.clock.now(),
    ...(world.settings.business.commentWebhookText ? { text: comment.text } : {}),
  });
}

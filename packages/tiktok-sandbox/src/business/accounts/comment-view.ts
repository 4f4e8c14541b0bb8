import type { JsonObject } from '../../open-api/api-call.js';
import type { Comment } from '../../comments/comment.js';
import type { AccountCall } from '../wire/business-call.js';

const SHOWN_REPLIES = 3;

/** A comment as every answer shows it; replies also name their parent. Source: business reference §10. */
export function commentView(call: AccountCall, comment: Comment, replies: readonly Comment[]): JsonObject {
  const mark = call.tables.commentMarks.get(comment.id);
  return {
    comment_id: comment.id,
    video_id: comment.videoId,
    ...(comment.parentId === null ? {} : { parent_comment_id: comment.parentId }),
    unique_identifier: comment.uniqueIdentifier,
    user_id: comment.uniqueIdentifier,
    username: comment.username,
    display_name: comment.displayName,
    profile_image: `${call.origin}/media/viewer/${encodeURIComponent(comment.username)}.svg`,
    create_time: String(Math.floor(comment.createdAt / 1000)),
    text: comment.text,
    ...(mark?.imageUri ? { image_url: `${call.origin}/media/comment/${mark.imageUri}` } : {}),
    likes: comment.likes,
    replies: replies.length,
    owner: comment.byOwner,
    liked: mark?.liked ?? false,
    pinned: false,
    status: comment.status,
  };
}

/** The same with its first replies. */
export function commentWithReplies(
  call: AccountCall,
  comment: Comment,
  replies: readonly Comment[],
): JsonObject {
  return {
    ...commentView(call, comment, replies),
    reply_list: listedReplies(comment, replies)
      .slice(0, SHOWN_REPLIES)
      .map((reply) => commentView(call, reply, [])),
  };
}

/** Replies to a hidden comment are counted, and not listed. */
export function listedReplies({ status }: Comment, replies: readonly Comment[]): readonly Comment[] {
  return status === 'HIDDEN' ? [] : replies;
}

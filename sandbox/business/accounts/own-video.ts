import type { Comment } from '../../comments/comment.js';
import type { Video } from '../../videos/video.js';
import type { AccountCall } from '../wire/business-call.js';
import { notFound } from '../wire/business-error.js';

/** The account's post that `video_id` names. @throws BusinessError 40002, 40007 */
export function requireOwnVideo({ params, world, account }: AccountCall): Video {
  const id = params.requireText('video_id');
  const video = world.videos.get(id);
  if (!video || video.username !== account.username) throw notFound(`Video ${id} does not exist.`);
  return video;
}

/** The comment that `comment_id` names, under one of the account's posts. @throws BusinessError 40002, 40007 */
export function requireOwnComment({ params, world, account }: AccountCall, video?: Video): Comment {
  const id = params.requireText('comment_id');
  const comment = world.comments.get(id);
  const under = comment && world.videos.get(comment.videoId);
  if (!comment || under?.username !== account.username || (video && video.id !== comment.videoId))
    throw notFound(`Comment ${id} does not exist.`);
  return comment;
}

import type { Comment } from '../../comments/comment.js';
import type { Video } from '../../videos/video.js';
import type { AccountCall } from '../wire/business-call.js';
import { invalidParam, notFound } from '../wire/business-error.js';

/** The account's post that `video_id` names. @throws BusinessError 40002 for one of another account, 40007 */
export function requireOwnVideo(call: AccountCall): Video {
  const video = requireVideo(call);
  if (video.username !== call.account.username) throw notOwn('video_id', video.id);
  return video;
}

/** Any post that the account can see. @throws BusinessError 40002, 40007 */
export function requireVisibleVideo(call: AccountCall): Video {
  const video = requireVideo(call);
  const owner = call.world.accounts.get(video.username);
  const isVisible = video.public && owner?.settings.private !== true;
  if (!isVisible && video.username !== call.account.username) throw notOwn('video_id', video.id);
  return video;
}

/** The comment that `comment_id` names, under one of the account's posts. @throws BusinessError 40002, 40007 */
export function requireOwnComment(call: AccountCall, video?: Video): Comment {
  const comment = requireComment(call, video);
  const under = call.world.videos.get(comment.videoId);
  if (under?.username !== call.account.username) throw notOwn('comment_id', comment.id);
  return comment;
}

/** The comment that `comment_id` names. @param video under which it has to be. @throws BusinessError 40002, 40007 */
export function requireComment({ params, world }: AccountCall, video?: Video): Comment {
  const id = params.requireText('comment_id');
  const comment = world.comments.get(id);
  if (!comment || (video && video.id !== comment.videoId)) throw notFound(`Comment ${id} does not exist.`);
  return comment;
}

function requireVideo({ params, world }: AccountCall): Video {
  const id = params.requireText('video_id');
  const video = world.videos.get(id);
  if (!video) throw notFound(`Video ${id} does not exist.`);
  return video;
}

function notOwn(key: string, id: string): Error {
  return invalidParam(`${key}: ${id} does not belong to this account.`);
}

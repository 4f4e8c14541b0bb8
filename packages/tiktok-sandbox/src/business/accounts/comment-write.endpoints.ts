import { addComment, removeComment } from '../../comments/add-comment.js';
import type { Comment } from '../../comments/comment.js';
import type { Video } from '../../videos/video.js';
import { emitCommentUpdate } from '../webhooks/comment-event.js';
import type { AccountCall } from '../wire/business-call.js';
import { invalidParam, missing, noPermission } from '../wire/business-error.js';
import { accountEndpoint } from '../wire/endpoint.js';
import { commentView } from './comment-view.js';
import { requireComment, requireOwnComment, requireOwnVideo, requireVisibleVideo } from './own-video.js';
import { isTooSimilar } from './similar-comments.js';

const scopes = ['comment.list.manage'];

/** There is no idempotency key: the same call twice is two comments. */
export const commentCreate = accountEndpoint({
  method: 'POST',
  path: '/business/comment/create/',
  scopes,
  handle: (call) => write(call, requireOwnVideo(call), null),
});

/** Also applies to posts of other accounts. */
export const replyCreate = accountEndpoint({
  method: 'POST',
  path: '/business/comment/reply/create/',
  scopes,
  handle(call) {
    const video = requireVisibleVideo(call);
    return write(call, video, requireComment(call, video));
  },
});

export const commentHide = accountEndpoint({
  method: 'POST',
  path: '/business/comment/hide/',
  scopes,
  handle(call) {
    const comment = requireOwnComment(call, requireOwnVideo(call));
    const status = call.params.requireOneOf('action', ['HIDE', 'UNHIDE']) === 'HIDE' ? 'HIDDEN' : 'PUBLIC';
    if (status === comment.status) return {};
    const changed = call.world.comments.change(comment.id, { status });
    if (changed)
      emitCommentUpdate(call.world, changed, status === 'HIDDEN' ? 'set_to_hidden' : 'set_to_public');
    return {};
  },
});

export const commentLike = accountEndpoint({
  method: 'POST',
  path: '/business/comment/like/',
  scopes,
  handle(call) {
    const comment = requireOwnComment(call);
    const liked = call.params.requireOneOf('action', ['LIKE', 'UNLIKE']) === 'LIKE';
    const mark = call.tables.commentMarks.get(comment.id);
    if (liked === (mark?.liked ?? false)) return {};
    call.tables.commentMarks.add({
      id: comment.id,
      imageUri: mark?.imageUri ?? null,
      limited: mark?.limited ?? false,
      liked,
    });
    call.world.comments.change(comment.id, { likes: comment.likes + (liked ? 1 : -1) });
    return {};
  },
});

export const commentDelete = accountEndpoint({
  method: 'POST',
  path: '/business/comment/delete/',
  scopes,
  handle(call) {
    const comment = requireOwnComment(call);
    if (!comment.byOwner) throw noPermission('Only comments of the account itself can be deleted.');
    removeComment(call.world, comment.id);
    return {};
  },
});

function write(call: AccountCall, video: Video, parent: Comment | null): object {
  const { params, settings, account, world } = call;
  const text = params.text('text') ?? '';
  const imageUri = params.text('image_uri') ?? null;
  if (text.trim() === '' && imageUri === null) throw missing('text');
  if (text.length > settings.commentMaxLength)
    throw invalidParam(`text: Length must be between 1 and ${settings.commentMaxLength}.`);
  if (imageUri !== null && !(params.whole('image_width') && params.whole('image_height')))
    throw missing('image_width');
  if (world.accounts.get(video.username)?.settings.commentDisabled)
    throw noPermission('Comments are disabled for this account.');
  // Replies to replies belong to the first comment, as in the app.
  const parentId = parent && (parent.parentId ?? parent.id);
  const limited = isTooSimilar(world, settings, { username: account.username, text });
  const comment = addComment(world, video, { username: account.username, text, parentId });
  if (imageUri !== null || limited)
    call.tables.commentMarks.add({ id: comment.id, liked: false, imageUri, limited });
  if (settings.commentPublicEvent && !limited) emitCommentUpdate(world, comment, 'set_to_public');
  return commentView(call, comment, []);
}

import type { FastifyInstance } from 'fastify';
import { failPost, postBusinessDraft } from '../business/accounts/post-lifecycle.js';
import { addComment, removeComment } from '../comments/add-comment.js';
import { fail, isPostableDraft, postDraft } from '../posting/lifecycle.js';
import type { Publication } from '../posting/publication.js';
import type { World } from '../world.js';
import { control, ControlError, type ControlInput, numberIn, textIn } from './control-input.js';
import { videoIn } from './video.controls.js';

const DEFAULT_VIEWER = 'curious.viewer';

/** Controls for what viewers, creators and moderators do in the app. */
export function contentControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/comments', ({ body }) => comment(world, body));
  control(app, 'GET', '/comments', ({ query }) => {
    const videoId = query.get('videoId') ?? undefined;
    const video = videoIn(world, { videoId, account: query.get('account') ?? undefined });
    return { videoId: video.id, comments: world.comments.of(video.id) };
  });
  control(app, 'POST', '/comments/:id', ({ body, params }) => changeComment(world, params['id'] ?? '', body));
  // A viewer deletes a comment of their own, with the replies to it.
  control(app, 'DELETE', '/comments/:id', ({ params }) => {
    const removed = removeComment(world, params['id'] ?? '');
    if (removed.length === 0) throw new ControlError('there is no such comment', 404);
    return { deleted: removed.map(({ id }) => id) };
  });
  control(app, 'POST', '/publications/:id', (input) => decidePublication(world, input));
}

function comment(world: World, body: ControlInput['body']): object {
  const text = textIn(body, 'text');
  if (text === undefined) throw new ControlError('text is missing');
  const video = videoIn(world, body);
  const parentId = textIn(body, 'parentCommentId') ?? null;
  if (parentId !== null && world.comments.get(parentId)?.videoId !== video.id)
    throw new ControlError(`there is no comment ${parentId} under that video`, 404);
  const username = textIn(body, 'username') ?? DEFAULT_VIEWER;
  const written = addComment(world, video, { username, text, parentId });
  return {
    commentId: written.id,
    videoId: written.videoId,
    parentCommentId: written.parentId,
    username: written.username,
    uniqueIdentifier: written.uniqueIdentifier,
  };
}

/** Viewers like a comment; its author takes another name, and with it another picture. */
function changeComment(world: World, id: string, body: ControlInput['body']): object {
  const before = world.comments.get(id);
  if (!before) throw new ControlError('there is no such comment', 404);
  const changed = world.comments.change(id, {
    likes: numberIn(body, 'likes') ?? before.likes,
    username: textIn(body, 'username') ?? before.username,
    displayName: textIn(body, 'displayName') ?? before.displayName,
  });
  return changed ?? before;
}

/** `{action: 'post', public?}`: the creator posts a draft. `{action: 'fail', reason?}`: TikTok fails the post. */
function decidePublication(world: World, { body, params }: ControlInput): Publication {
  const id = params['id'] ?? '';
  const business = world.business.tables.posts.get(id)?.publication;
  const publication = business ?? world.publications.get(id);
  if (!publication) throw new ControlError('there is no such publication', 404);
  const action = textIn(body, 'action');
  const reason = textIn(body, 'reason') ?? 'internal';
  if (action === 'fail') (business ? failPost : fail)(world, publication, reason);
  else if (action !== 'post') throw new ControlError('action must be post or fail');
  else if (!isPostableDraft(publication))
    throw new ControlError('only a draft that has reached the inbox can be posted');
  else (business ? postBusinessDraft : postDraft)(world, publication, body['public'] !== false);
  return publication;
}

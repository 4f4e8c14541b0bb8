import type { FastifyInstance } from 'fastify';
import { addComment } from '../comments/add-comment.js';
import { fail, postDraft } from '../posting/lifecycle.js';
import type { Publication } from '../posting/publication.js';
import type { Video } from '../videos/video.js';
import type { World } from '../world.js';
import { accountIn, control, ControlError, type ControlInput, textIn } from './control-input.js';

const DEFAULT_VIEWER = 'curious.viewer';

/** What viewers, creators and moderators do in the app. */
export function contentControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/comments', ({ body }) => {
    const text = textIn(body, 'text');
    if (text === undefined) throw new ControlError('text is missing');
    const video = videoIn(world, body);
    const parentId = textIn(body, 'parentCommentId') ?? null;
    if (parentId !== null && world.comments.get(parentId)?.videoId !== video.id)
      throw new ControlError(`there is no comment ${parentId} under that video`, 404);
    const username = textIn(body, 'username') ?? DEFAULT_VIEWER;
    const comment = addComment(world, video, { username, text, parentId });
    return {
      commentId: comment.id,
      videoId: comment.videoId,
      parentCommentId: comment.parentId,
      username: comment.username,
      uniqueIdentifier: comment.uniqueIdentifier,
    };
  });
  control(app, 'POST', '/publications/:id', (input) => decidePublication(world, input));
}

function videoIn(world: World, body: ControlInput['body']): Video {
  const id = textIn(body, 'videoId');
  const video =
    id === undefined ? world.videos.publicOf(accountIn(world, body).username)[0] : world.videos.get(id);
  if (!video) throw new ControlError('there is no such video', 404);
  return video;
}

/** `{action: 'post', public?}`: the creator posts a draft. `{action: 'fail', reason?}`: TikTok gives up. */
function decidePublication(world: World, { body, params }: ControlInput): Publication {
  const publication = world.publications.get(params['id'] ?? '');
  if (!publication) throw new ControlError('there is no such publication', 404);
  const action = textIn(body, 'action');
  if (action === 'fail') fail(world, publication, textIn(body, 'reason') ?? 'internal');
  else if (action !== 'post') throw new ControlError('action must be post or fail');
  else if (publication.status !== 'SEND_TO_USER_INBOX')
    throw new ControlError('only a draft that waits in the inbox can be posted');
  else postDraft(world, publication, body['public'] !== false);
  return publication;
}

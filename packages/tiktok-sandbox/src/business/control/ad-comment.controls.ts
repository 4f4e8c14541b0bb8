import type { FastifyInstance } from 'fastify';
import { control, ControlError, numberIn, textIn } from '../../control/control-input.js';
import type { World } from '../../world.js';
import { addAdComment, commentsOf } from '../ad-comments/ad-comments.js';
import { adItemId } from '../ad-comments/ad-item.js';

const DEFAULT_VIEWER = 'curious.viewer';

/** Writes a viewer's comment under an ad. */
export function adCommentControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/business/ad-comments', ({ body }) => {
    const ad = world.business.tables.ads.get(textIn(body, 'adId') ?? '');
    if (!ad) throw new ControlError('there is no such ad', 404);
    const text = textIn(body, 'text');
    if (text === undefined) throw new ControlError('text is missing');
    const parentId = textIn(body, 'parentCommentId') ?? null;
    const isUnder = commentsOf(world, ad).some(({ id }) => id === parentId);
    if (parentId !== null && !isUnder) throw new ControlError(`there is no comment ${parentId}`, 404);
    const username = textIn(body, 'username') ?? DEFAULT_VIEWER;
    const likes = numberIn(body, 'likes') ?? 0;
    const comment = addAdComment(world, ad, { username, text, parentId, byIdentity: false, likes });
    return { commentId: comment.id, itemId: adItemId(ad), status: comment.status };
  });
}

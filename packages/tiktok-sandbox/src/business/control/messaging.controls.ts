import type { FastifyInstance } from 'fastify';
import { accountIn, control, ControlError, textIn } from '../../control/control-input.js';
import { viewerIdentifier } from '../../comments/viewer.js';
import { businessEvent } from '../../webhooks/event-of.js';
import type { World } from '../../world.js';
import { messagingTraits } from '../messages/current-messaging.js';
import type { MessagingTraits } from '../messages/messaging-traits.js';
import type { JsonObject } from '../store/json-object.js';
import { choiceIn } from './business-input.js';

const FLAGS = ['isPersonal', 'images', 'hasDirectReply'] as const;

/** What an account may do with messages, and which comments Comment-to-Message offers. */
export function messagingControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/business/messaging', ({ body }) => {
    const { username } = accountIn(world, body);
    const traits = { ...messagingTraits(world, username), ...changesIn(body) };
    return world.business.tables.messagingTraits.add(traits);
  });
  control(app, 'POST', '/business/high-intent-comments', ({ body }) => {
    const account = accountIn(world, body);
    const id = textIn(body, 'commentId');
    const comment = id === undefined ? undefined : world.comments.get(id);
    if (!comment) throw new ControlError('commentId must be a comment', 404);
    if (comment.parentId !== null) throw new ControlError('only comments of the first level are offered');
    const { username } = account;
    const row = {
      id: comment.id,
      username,
      person: comment.username,
      at: comment.createdAt,
      answered: false,
    };
    world.business.tables.highIntentComments.add(row);
    const user = { id: viewerIdentifier(row.person), role: 'personal_account' };
    const content = {
      from: row.person,
      to: username,
      unique_identifier: user.id,
      from_user: user,
      to_user: { id: account.businessId, role: 'business_account' },
      comment_id: row.id,
      comment_text: comment.text,
      is_follower: false,
      timestamp: row.at,
    };
    const event = 'im_receive_high_intent_comment';
    world.webhooks.emit(businessEvent(world, event, username, JSON.stringify(content)));
    return { commentId: row.id };
  });
}

function changesIn(body: JsonObject): Partial<MessagingTraits> {
  const region = choiceIn(body, 'region', ['open', 'closed', 'us']);
  const whoMayWrite = choiceIn(body, 'whoMayWrite', ['everyone', 'requests']);
  const directReply = choiceIn(body, 'directReply', ['ENABLE', 'DISABLE']);
  const flags = FLAGS.flatMap((name) => {
    const value = body[name];
    if (value === undefined) return [];
    if (typeof value !== 'boolean') throw new ControlError(`${name} must be true or false`);
    return [[name, value]];
  });
  return {
    ...Object.fromEntries(flags),
    ...(region ? { region } : {}),
    ...(whoMayWrite ? { whoMayWrite } : {}),
    ...(directReply ? { directReply } : {}),
  };
}

import type { FastifyInstance } from 'fastify';
import { accountIn, control, ControlError, textIn } from '../../control/control-input.js';
import { conversationWith, writeMessage } from '../messages/write-message.js';
import type { World } from '../../world.js';

const DEFAULT_PERSON = 'curious.viewer';

/** Sends a user's message to an account; the owner may accept the conversation. */
export function messageControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/business/messages', ({ body }) => {
    const text = textIn(body, 'text');
    if (text === undefined) throw new ControlError('text is missing');
    const { username } = accountIn(world, body);
    const conversation = conversationWith(world, username, textIn(body, 'username') ?? DEFAULT_PERSON);
    if (body['accepted'] === true) conversation.isStranger = false;
    const message = writeMessage(world, conversation, {
      fromOwner: false,
      type: 'TEXT',
      content: { body: text },
    });
    return { conversationId: conversation.id, messageId: message.id };
  });
}

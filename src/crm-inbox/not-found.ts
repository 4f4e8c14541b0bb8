import { NotFoundError } from '../common/index.js';

/** The error for a conversation that the organisation does not have. */
export function unknownConversation(): NotFoundError {
  return new NotFoundError(
    'unknown_conversation',
    'No such conversation in this organisation. List them with GET /api/crm/conversations.',
  );
}

/** The error for a message that the conversation does not have. */
export function unknownMessage(): NotFoundError {
  return new NotFoundError('unknown_message', 'There is no such message in this conversation.');
}

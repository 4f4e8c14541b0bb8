import { cutText, NotFoundError } from '../common/index.js';

export function unknownEvent(id: string): NotFoundError {
  return new NotFoundError(
    'unknown_event',
    `No webhook event ${cutText(id, 60)} in this organisation. List them with GET /api/webhooks/events.`,
  );
}

import type { CallExample, Page } from '../../common/index.js';
import type { WebhookEventView } from './webhook-event.view.js';

export const WEBHOOK_EVENTS: CallExample<never, Page<WebhookEventView>> = {
  summary: 'A post that has become public',
  status: 200,
  answer: {
    items: [
      {
        id: '01a22ae3-63da-73c3-92c6-0f5270f94390',
        event: 'post.publish.publicly_available',
        status: 'processed',
        content: {
          publish_id: 'v_pub_file~v2-1.7713829437672053476',
          publish_type: 'DIRECT_PUBLISH',
          post_id: '7713829442120707472',
        },
        late: false,
        eventTime: '2026-11-30T05:17:55.000Z',
        receivedAt: '2026-11-30T05:17:55.034Z',
        processedAt: '2026-11-30T05:17:55.075Z',
        failure: null,
      },
    ],
  },
};

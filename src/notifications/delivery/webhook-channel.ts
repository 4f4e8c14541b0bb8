import type { WebhookSettings } from '../../config/index.js';
import type { Notification } from '../notification.entity.js';
import type { DeliveryChannel } from './delivery-channel.js';
import { DeliveryFailedError } from './delivery-failed.error.js';
import { postSigned } from './signed-post.js';

const GONE = 410;

/** Posts to the operator's endpoint. Retries every response except 2xx and 410. Redirects are not followed. */
export class WebhookChannel implements DeliveryChannel {
  constructor(private readonly settings: WebhookSettings) {}

  async send(notification: Notification): Promise<'delivered' | 'stopped'> {
    const status = await postSigned({
      ...this.settings,
      id: notification.id,
      body: webhookBody(notification),
      // The operator's own address, perhaps in the operator's network.
      allowPrivate: true,
    });
    if (status >= 200 && status < 300) return 'delivered';
    if (status === GONE) return 'stopped';
    throw new DeliveryFailedError(`the webhook endpoint answered ${status}`);
  }
}

/** The body is the same for every attempt, so that receivers can compare. */
export function webhookBody(notification: Notification): string {
  const { id, organisationId, kind, severity, title, detail, affected, actionUrl, createdAt } = notification;
  const subject = { type: notification.subjectType, id: notification.subjectId };
  const data = { id, organisationId, kind, severity, title, detail, subject, affected, actionUrl };
  return JSON.stringify({ type: `notification.${kind}`, timestamp: createdAt.toISOString(), data });
}

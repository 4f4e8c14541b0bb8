import { codeOf } from '../../common/index.js';
import type { WebhookSettings } from '../../config/index.js';
import type { Notification } from '../notification.entity.js';
import type { DeliveryChannel } from './delivery-channel.js';
import { DeliveryFailedError } from './delivery-failed.error.js';
import { signWebhook } from './webhook-signature.js';

const TIMEOUT_MS = 10_000;
const GONE = 410;

/** Posts to the operator's endpoint. Retries every response except 2xx and 410. Redirects are not followed. */
export class WebhookChannel implements DeliveryChannel {
  constructor(private readonly settings: WebhookSettings) {}

  async send(notification: Notification): Promise<'delivered' | 'stopped'> {
    const status = await this.post(notification.id, webhookBody(notification));
    if (status >= 200 && status < 300) return 'delivered';
    if (status === GONE) return 'stopped';
    throw new DeliveryFailedError(`the webhook endpoint answered ${status}`);
  }

  private async post(id: string, body: string): Promise<number> {
    const { url, secret } = this.settings;
    const timestampSeconds = Math.floor(Date.now() / 1000);
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'tiktok-connector',
          'webhook-id': id,
          'webhook-timestamp': String(timestampSeconds),
          'webhook-signature': signWebhook(secret, id, timestampSeconds, body),
        },
        body,
      });
      // The body is ignored, because it may be endless.
      await response.body?.cancel().catch(() => undefined);
      return response.status;
    } catch (error) {
      const { name } = error as Error;
      const reason =
        name === 'TimeoutError' ? `no answer within ${TIMEOUT_MS / 1000} s` : (codeOf(error) ?? name);
      throw new DeliveryFailedError(`the webhook endpoint is unreachable: ${reason}`);
    }
  }
}

/** The body is the same for every attempt, so that receivers can compare. */
export function webhookBody(notification: Notification): string {
  const { id, organisationId, kind, severity, title, detail, affected, actionUrl, createdAt } = notification;
  const subject = { type: notification.subjectType, id: notification.subjectId };
  const data = { id, organisationId, kind, severity, title, detail, subject, affected, actionUrl };
  return JSON.stringify({ type: `notification.${kind}`, timestamp: createdAt.toISOString(), data });
}

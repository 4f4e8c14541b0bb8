import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock.js';
import type { Settings } from '../settings.js';
import { webhookBody, type WebhookEvent } from './webhook-event.js';
import { postWebhook } from './webhook-post.js';
import { webhookSignature } from './webhook-signature.js';

/** How one delivery departs from a good one. */
export interface DeliveryOptions {
  readonly delaySeconds?: number;
  readonly badSignature?: boolean;
  /** Age of the signature's `t` in seconds, as after a long queue. */
  readonly lateSeconds?: number;
}

/** One delivery and what became of it. */
export interface Delivery {
  readonly event: string;
  readonly body: string;
  attempts: number;
  state: 'pending' | 'delivered' | 'gave_up' | 'no_url';
  /** Status of the last attempt, or why there was none. */
  lastResult: number | string | null;
}

const KEPT_DELIVERIES = 500;

/** Sends events in the background; anything but 200 is tried again with doubling waits, then dropped. */
export class WebhookSender {
  readonly deliveries: Delivery[] = [];
  private readonly abort = new AbortController();

  constructor(
    private readonly settings: () => Settings,
    private readonly clock: Clock,
  ) {
    // Each delivery under way listens to it; many at once are no leak.
    setMaxListeners(0, this.abort.signal);
  }

  emit(event: WebhookEvent, options: DeliveryOptions = {}): void {
    const delivery: Delivery = {
      event: event.event,
      body: webhookBody(event),
      attempts: 0,
      state: 'pending',
      lastResult: null,
    };
    this.deliveries.push(delivery);
    if (this.deliveries.length > KEPT_DELIVERIES) this.deliveries.shift();
    this.clock.after((options.delaySeconds ?? 0) * 1000, () => void this.attempt(delivery, event, options));
  }

  /** Calls off what is under way; nothing is sent any more. */
  close(): void {
    this.abort.abort();
  }

  private async attempt(delivery: Delivery, event: WebhookEvent, options: DeliveryOptions): Promise<void> {
    const url = this.settings().webhookUrl;
    if (this.abort.signal.aborted || url === '') {
      delivery.state = 'no_url';
      return;
    }
    delivery.attempts += 1;
    const signature = sign(delivery.body, event, options);
    delivery.lastResult = await postWebhook(url, signature, delivery.body, this.abort.signal);
    if (delivery.lastResult === 200) delivery.state = 'delivered';
    else if (delivery.attempts >= this.settings().webhookMaxAttempts) delivery.state = 'gave_up';
    else if (!this.abort.signal.aborted)
      this.clock.after(this.settings().webhookRetryMs * 2 ** (delivery.attempts - 1), () => {
        void this.attempt(delivery, event, options);
      });
  }
}

/** Receivers compare `t` with their own clock, so it is real time even when the sandbox's clock was moved. */
function sign(body: string, event: WebhookEvent, options: DeliveryOptions): string {
  const timestamp = Math.floor(Date.now() / 1000) - (options.lateSeconds ?? 0);
  const secret = options.badSignature ? `not-${event.secret}` : event.secret;
  return webhookSignature(secret, timestamp, body);
}

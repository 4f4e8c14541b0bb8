import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock.js';
import type { Random } from '../random.js';
import type { Settings } from '../settings.js';
import { webhookBody, type WebhookEvent } from './webhook-event.js';
import { postWebhook } from './webhook-post.js';
import { webhookSignature } from './webhook-signature.js';

/** How one delivery differs from a regular one. */
export interface DeliveryOptions {
  readonly delaySeconds?: number;
  readonly badSignature?: boolean;
  /** Age of the signature's `t` in seconds, as after a long queue. */
  readonly lateSeconds?: number;
}

/** One delivery and its outcome. */
export interface Delivery {
  /** ISO time of the sandbox's clock at which it was emitted. */
  readonly at: string;
  readonly event: string;
  readonly body: string;
  attempts: number;
  state: 'pending' | 'delivered' | 'gave_up' | 'no_url';
  /** Status of the last attempt, or the reason for its absence. */
  lastResult: number | string | null;
}

/** A pending delivery. */
interface Parcel {
  readonly delivery: Delivery;
  readonly event: WebhookEvent;
  readonly options: DeliveryOptions;
  readonly firstAt: number;
  signature: string | undefined;
}

const KEPT_DELIVERIES = 500;
const HOUR_MS = 3_600_000;

/** Sends events in the background. After any status but 200 it retries with doubling waits, then drops the event. */
export class WebhookSender {
  readonly deliveries: Delivery[] = [];
  private readonly abort = new AbortController();

  constructor(
    private readonly settings: () => Settings,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    // Each pending delivery listens to it; many at once are not a leak.
    setMaxListeners(0, this.abort.signal);
  }

  emit(event: WebhookEvent, options: DeliveryOptions = {}): void {
    if (this.settings().webhooksLost) return;
    const copies = this.settings().webhookDuplicates ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) this.send(event, options);
  }

  /** Cancels pending deliveries and sends no more. */
  close(): void {
    this.abort.abort();
  }

  private send(event: WebhookEvent, options: DeliveryOptions): void {
    const now = this.clock.now();
    const delivery: Delivery = {
      at: new Date(now).toISOString(),
      event: event.event,
      body: webhookBody(event),
      attempts: 0,
      state: 'pending',
      lastResult: null,
    };
    this.deliveries.push(delivery);
    if (this.deliveries.length > KEPT_DELIVERIES) this.deliveries.shift();
    const wait = (options.delaySeconds ?? 0) * 1000 + this.random() * this.settings().webhookJitterMs;
    const parcel: Parcel = { delivery, event, options, firstAt: now + wait, signature: undefined };
    this.clock.after(wait, () => void this.attempt(parcel));
  }

  private async attempt(parcel: Parcel): Promise<void> {
    const { delivery } = parcel;
    const url = parcel.event.url ?? this.settings().webhookUrl;
    if (this.abort.signal.aborted || url === '') {
      delivery.state = 'no_url';
      return;
    }
    delivery.attempts += 1;
    if (this.settings().webhookRetrySignature === 'renewed') parcel.signature = undefined;
    parcel.signature ??= sign(delivery.body, parcel.event, parcel.options);
    const name = parcel.event.form?.header ?? this.settings().signatureHeader;
    const headers = { ...parcel.event.headers, [name]: parcel.signature };
    delivery.lastResult = await postWebhook(url, headers, delivery.body, this.abort.signal);
    if (delivery.lastResult === 200) delivery.state = 'delivered';
    else if (!this.abort.signal.aborted) this.retry(parcel);
  }

  private retry(parcel: Parcel): void {
    const { webhookGiveUpHours, webhookMaxAttempts, webhookRetryMs } = this.settings();
    const { attempts } = parcel.delivery;
    const wait = webhookRetryMs * 2 ** (attempts - 1);
    const isTooLate = this.clock.now() + wait > parcel.firstAt + webhookGiveUpHours * HOUR_MS;
    if (isTooLate || (webhookMaxAttempts > 0 && attempts >= webhookMaxAttempts))
      parcel.delivery.state = 'gave_up';
    else this.clock.after(wait, () => void this.attempt(parcel));
  }
}

/** Receivers compare `t` with their own clock, so it is real time even if the sandbox's clock was moved. */
function sign(body: string, event: WebhookEvent, options: DeliveryOptions): string {
  const timestamp = Math.floor(Date.now() / 1000) - (options.lateSeconds ?? 0);
  const secret = options.badSignature ? `not-${event.secret}` : event.secret;
  return event.form?.sign(secret) ?? webhookSignature(secret, timestamp, body);
}

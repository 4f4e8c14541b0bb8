import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IntegrationRef } from '../integrations/index.js';
import { handlerDecorator, HandlerDiscovery } from '../runtime/index.js';
import type { Missing } from './early-event-schedule.js';
import type { IncomingEvent } from './incoming-event.js';

/** The result of an event. `early`: it refers to something that is not known yet, but may become known. */
export type Handled =
  { kind: 'done' } | { kind: 'unused'; reason: string | null } | { kind: 'early'; missing: Missing };

/** Handles an event. Must be safe to repeat. */
export type HandleWebhook = (event: IncomingEvent, recipients: readonly IntegrationRef[]) => Promise<Handled>;

/** Events of direct messages. Others with this prefix report settings, which the inbox does not use. */
const MESSAGE_EVENTS = [
  'im_receive_msg',
  'im_receive_msg_eu',
  'im_send_msg',
  'im_mark_read_msg',
  'im_referral_msg',
] as const;

/** Events of TikTok that this service needs. `*` matches every event with the prefix, also those added later. */
export const HANDLED_EVENTS = [
  'post.publish.*',
  'video.publish.completed',
  'comment.update',
  ...MESSAGE_EVENTS,
  'authorization.removed',
  'ads.account_suspension',
  'ads.ad_group_review',
  'ads.ad_review',
  'ads.api_service_status',
  'ads.creative_fatigue',
  'ads.report_data_change',
] as const;
export type EventPattern = (typeof HANDLED_EVENTS)[number];

/** Marks the method that handles these events: `@OnWebhook('comment.update')`. */
export const OnWebhook = handlerDecorator<EventPattern, HandleWebhook>('@OnWebhook');

const UNUSED: Handled = { kind: 'unused', reason: 'This version does not use events of this name.' };

/** Passes each event to its handler. The process does not start while a pattern has no handler, or two. */
@Injectable()
export class WebhookHandlers implements OnModuleInit {
  private handlers: ReadonlyMap<EventPattern, HandleWebhook> = new Map();

  constructor(private readonly discovery: HandlerDiscovery) {}

  onModuleInit(): void {
    this.handlers = this.discovery.byKey(OnWebhook, HANDLED_EVENTS);
  }

  /** An event without a handler is unused. */
  async handle(event: IncomingEvent, recipients: readonly IntegrationRef[]): Promise<Handled> {
    const pattern = handledBy(event.event);
    const handler = pattern && this.handlers.get(pattern);
    return handler ? await handler(event, recipients) : UNUSED;
  }
}

/** @returns the pattern whose handler gets events of this name; undefined if no handler does */
export function handledBy(event: string): EventPattern | undefined {
  return HANDLED_EVENTS.find((pattern) => matches(pattern, event));
}

function matches(pattern: string, event: string): boolean {
  return pattern.endsWith('*') ? event.startsWith(pattern.slice(0, -1)) : event === pattern;
}

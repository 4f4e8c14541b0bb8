import { describe, expect, it } from '@jest/globals';
import type { HandlerDecorator, HandlerDiscovery } from '../runtime/index.js';
import type { IncomingEvent } from './incoming-event.js';
import { HANDLED_EVENTS, WebhookHandlers, type EventPattern, type HandleWebhook } from './on-webhook.js';

/** One handler per pattern, which answers with its pattern. */
function handlers(): WebhookHandlers {
  const found = new Map(
    HANDLED_EVENTS.map((pattern) => [
      pattern,
      () => Promise.resolve({ kind: 'unused' as const, reason: pattern }),
    ]),
  );
  const byKey = (_: HandlerDecorator<EventPattern, HandleWebhook>, needed: readonly EventPattern[]) => {
    expect(needed).toEqual(HANDLED_EVENTS);
    return found;
  };
  const webhooks = new WebhookHandlers({ byKey } as unknown as HandlerDiscovery);
  webhooks.onModuleInit();
  return webhooks;
}

describe('WebhookHandlers', () => {
  it.each([
    ['post.publish.complete', 'post.publish.*'],
    ['post.publish.added_later', 'post.publish.*'],
    ['comment.update', 'comment.update'],
    ['im_receive_msg', 'im_receive_msg'],
    ['im_auto_message_config_update', null],
    ['authorization.removed', 'authorization.removed'],
    ['post.publish', null],
    ['comment.update.more', null],
    ['video.upload.failed', null],
    ['', null],
  ])('passes %j to the handler of %j', async (event, reason) => {
    const handled = await handlers().handle({ event } as IncomingEvent, []);
    expect(handled).toEqual({
      kind: 'unused',
      reason: reason ?? 'This version does not use events of this name.',
    });
  });
});

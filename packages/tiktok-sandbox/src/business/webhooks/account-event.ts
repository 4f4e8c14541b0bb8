import { businessEvent } from '../../webhooks/event-of.js';
import type { World } from '../../world.js';

/** Notifies the app at every configured URL that it lost an account. */
export function emitAuthorizationRemoved(world: World, username: string, reason: number): void {
  const event = businessEvent(world, 'authorization.removed', username, JSON.stringify({ reason }));
  const hooks = world.business.tables.accountWebhooks.all();
  const urls = hooks.length === 0 ? [event.url] : [...new Set(hooks.map((hook) => hook.callbackUrl))];
  for (const url of urls) world.webhooks.emit({ ...event, url });
}

/** What became of a post. Source: business reference §9.2. */
export function emitPostEvent(world: World, event: string, username: string, content: object): void {
  world.webhooks.emit(businessEvent(world, event, username, JSON.stringify(content)));
}

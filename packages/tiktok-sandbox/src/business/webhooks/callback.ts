import type { World } from '../../world.js';
import type { WebhookEventType } from './account-webhook.js';

/** Which kind of account event a name belongs to; some belong to every kind. */
export function eventTypeOf(event: string): WebhookEventType | undefined {
  if (event.startsWith('post.')) return 'VIDEO';
  if (event.startsWith('comment.')) return 'COMMENT';
  if (event.startsWith('im_')) return 'DIRECT_MESSAGE';
  return event.startsWith('brand.') ? 'BRAND_MENTION' : undefined;
}

/**
 * Where an event of an account goes: to the URL that the app has set for its kind. An app that has set none
 * at all gets everything at the setting `webhookUrl`.
 * @returns '' for nowhere, undefined for the setting
 */
export function callbackOf(world: World, event: string, content: string): string | undefined {
  const hooks = world.business.tables.accountWebhooks;
  if (hooks.all().length === 0) return undefined;
  const type = eventTypeOf(event);
  const hook = type === undefined ? hooks.all()[0] : hooks.get(type);
  if (!hook) return '';
  const videoId = /"video_id":"?(\d+)/.exec(content)?.[1];
  const isListed = hook.itemList.length === 0 || (videoId !== undefined && hook.itemList.includes(videoId));
  return isListed ? hook.callbackUrl : '';
}

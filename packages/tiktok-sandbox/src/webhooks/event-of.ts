import { BUSINESS_APP, OPEN_API_APP } from '../apps.js';
import { callbackOf } from '../business/webhooks/callback.js';
import { logId } from '../ids.js';
import type { World } from '../world.js';
import type { WebhookEvent } from './webhook-event.js';

export const REMOVED_BY_USER = 1;
export const REMOVED_BY_DEVELOPER = 5;

/** An event of the Open API app about one account. */
export function openApiEvent(world: World, event: string, username: string, content: object): WebhookEvent {
  return {
    clientKey: OPEN_API_APP.clientKey,
    secret: OPEN_API_APP.clientSecret,
    event,
    createTime: world.clock.seconds(),
    userOpenId: world.accounts.get(username)?.openId ?? '',
    content: JSON.stringify(content),
  };
}

/** An event of the Business API app; `content` is JSON text because its ids are bare 19-digit numbers. */
export function businessEvent(world: World, event: string, username: string, content: string): WebhookEvent {
  return {
    clientKey: BUSINESS_APP.appId,
    secret: BUSINESS_APP.secret,
    event,
    createTime: world.clock.seconds(),
    userOpenId: world.accounts.get(username)?.businessId ?? '',
    content,
    url: callbackOf(world, event, content),
    headers: { 'webhook-schema-version': '1.0', 'x-tt-logid': logId(world.clock.now()) },
  };
}

/** @param reason 0 unknown, 1 user disconnected, 2 account deleted, 3 age changed, 4 banned, 5 developer revoked */
export function authorizationRemoved(world: World, username: string, reason: number): WebhookEvent {
  return openApiEvent(world, 'authorization.removed', username, { reason });
}

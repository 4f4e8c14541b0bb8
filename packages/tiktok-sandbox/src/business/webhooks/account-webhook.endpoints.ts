import { BUSINESS_APP } from '../../apps.js';
import { requireApp } from '../oauth/app-credentials.js';
import { invalidParam, notFound } from '../wire/business-error.js';
import { appEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { type AccountWebhook, WEBHOOK_EVENT_TYPES } from './account-webhook.js';
import { requireCallbackUrl } from './callback-url.js';

const MAX_ITEMS = 100;

/** One URL for each kind of event, for all accounts of the app. Source: business reference §9.2. */
const update = appEndpoint({
  method: 'POST',
  path: '/business/webhook/update/',
  handle({ params, tables }) {
    requireApp(params);
    const eventType = params.requireOneOf('event_type', WEBHOOK_EVENT_TYPES);
    const callbackUrl = requireCallbackUrl(params);
    const items = params.texts('item_list', { max: MAX_ITEMS }) ?? [];
    if (items.length > 0 && eventType !== 'COMMENT') throw invalidParam('item_list: Only for COMMENT.');
    // Posts are added to the list; it loses some, or all, when they or the webhook are deleted.
    const itemList = [...new Set([...(tables.accountWebhooks.get(eventType)?.itemList ?? []), ...items])];
    if (itemList.length > MAX_ITEMS) throw invalidParam(`item_list: Up to ${MAX_ITEMS} posts are supported.`);
    return view(tables.accountWebhooks.add({ eventType, callbackUrl, itemList }));
  },
});

const list = appEndpoint({
  method: 'GET',
  path: '/business/webhook/list/',
  handle({ params, tables }) {
    requireApp(params);
    const eventType = params.requireOneOf('event_type', WEBHOOK_EVENT_TYPES);
    const hook = tables.accountWebhooks.get(eventType);
    return hook ? view(hook) : { app_id: BUSINESS_APP.appId, event_type: eventType };
  },
});

const remove = appEndpoint({
  method: 'POST',
  path: '/business/webhook/delete/',
  handle({ params, tables }) {
    requireApp(params);
    const eventType = params.requireOneOf('event_type', WEBHOOK_EVENT_TYPES);
    const hook = tables.accountWebhooks.get(eventType);
    if (!hook) throw notFound(`There is no webhook for ${eventType}.`);
    const left = withoutItems(hook, params.texts('item_list', { min: 1, max: MAX_ITEMS }));
    if (left.length > 0) return view(tables.accountWebhooks.add({ ...hook, itemList: left }));
    tables.accountWebhooks.delete(eventType);
    return { app_id: BUSINESS_APP.appId, event_type: eventType };
  },
});

/** Posts that go on notifying; none when the webhook as a whole is to go. @throws BusinessError 40002 */
function withoutItems({ eventType, itemList }: AccountWebhook, items: string[] | undefined): string[] {
  if (items === undefined) return [];
  if (eventType !== 'COMMENT') throw invalidParam('item_list: Only for COMMENT.');
  const unknown = items.find((id) => !itemList.includes(id));
  if (unknown !== undefined) throw invalidParam(`item_list: ${unknown} is not in the list.`);
  return itemList.filter((id) => !items.includes(id));
}

function view(hook: AccountWebhook): object {
  return {
    app_id: BUSINESS_APP.appId,
    event_type: hook.eventType,
    callback_url: hook.callbackUrl,
    ...(hook.itemList.length > 0 ? { item_list: hook.itemList } : {}),
  };
}

export const ACCOUNT_WEBHOOK_ENDPOINTS: readonly BusinessEndpoint[] = [update, list, remove];

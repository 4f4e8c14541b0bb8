import { requireApp } from '../oauth/app-credentials.js';
import type { AppCall } from '../wire/business-call.js';
import { BusinessError, invalidParam, missing, noPermission, notFound } from '../wire/business-error.js';
import { appEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';
import type { Params } from '../wire/params.js';
import { requireCallbackUrl } from '../webhooks/callback-url.js';
import { SUBSCRIBE_ENTITIES, type SubscribeEntity, type Subscription } from './subscription.js';

const MAX_ADVERTISERS = 100;
const LEAD_SOURCES = ['INSTANT_FORM', 'DIRECT_MESSAGE'] as const;
const FREQUENCIES = ['5_MINUTE', '15_MINUTE', '30_MINUTE', '60_MINUTE'] as const;

const subscribe = appEndpoint({
  method: 'POST',
  path: '/subscription/subscribe/',
  handle(call) {
    const { params, tables, state, now } = call;
    requireApp(params);
    const entity = params.requireOneOf('subscribe_entity', SUBSCRIBE_ENTITIES);
    const callbackUrl = requireCallbackUrl(params);
    const detail = params.object('subscription_detail');
    if (!detail) throw missing('subscription_detail');
    checkDetail(call, entity, detail);
    const id = state.ids.next(now);
    tables.subscriptions.add({ id, entity, callbackUrl, detail: detail.values });
    return { subscription_id: id };
  },
});

/** The token must live, and the advertisers must be its own. @throws BusinessError */
function checkDetail({ tables }: AppCall, entity: SubscribeEntity, detail: Params): void {
  const grant = tables.advertiserGrants.get(detail.requireText('access_token'));
  if (!grant) throw new BusinessError(40_105, 'Access token is incorrect or has been revoked.');
  const one = detail.text('advertiser_id');
  const several = detail.texts('advertiser_ids', { max: MAX_ADVERTISERS }) ?? [];
  for (const id of one === undefined ? several : [one, ...several])
    if (!grant.advertiserIds.includes(id)) throw noPermission(`No permission to operate advertiser ${id}`);
  if (['AD', 'AD_GROUP'].includes(entity) && one === undefined && several.length === 0)
    throw missing('subscription_detail.advertiser_id');
  if (entity === 'CREATIVE_FATIGUE' && one === undefined) throw missing('subscription_detail.advertiser_id');
  if (entity === 'REPORT_DATA_CHANGE' && several.length === 0)
    throw missing('subscription_detail.advertiser_ids');
  if (entity === 'AD_ACCOUNT_SUSPENSION' && (several.length === 0) === (detail.text('bc_id') === undefined))
    throw invalidParam('subscription_detail: Specify either bc_id or advertiser_ids.');
  detail.oneOf('lead_source', LEAD_SOURCES);
  detail.oneOf('notify_frequency', FREQUENCIES);
}

const get = appEndpoint({
  method: 'GET',
  path: '/subscription/get/',
  handle({ params, tables }) {
    requireApp(params);
    const entity = params.requireOneOf('subscribe_entity', SUBSCRIBE_ENTITIES);
    const rows = tables.subscriptions.all().filter((subscription) => subscription.entity === entity);
    const { list, page_info } = pageOf(params, rows);
    return { subscriptions: list.map(view), page_info };
  },
});

const unsubscribe = appEndpoint({
  method: 'POST',
  path: '/subscription/unsubscribe/',
  handle({ params, tables }) {
    requireApp(params);
    const id = params.requireText('subscription_id');
    if (!tables.subscriptions.delete(id)) throw notFound(`Subscription ${id} does not exist.`);
    return { subscription_id: id };
  },
});

function view({ id, entity, callbackUrl, detail }: Subscription): object {
  return {
    subscription_id: id,
    subscribe_entity: entity,
    callback_url: callbackUrl,
    subscription_detail: detail,
  };
}

export const SUBSCRIPTION_ENDPOINTS: readonly BusinessEndpoint[] = [subscribe, get, unsubscribe];

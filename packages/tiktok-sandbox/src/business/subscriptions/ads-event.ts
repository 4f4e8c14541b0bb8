import { BUSINESS_APP } from '../../apps.js';
import { exactJson } from '../../exact-json.js';
import { logId } from '../../ids.js';
import type { DeliveryOptions } from '../../webhooks/webhook.sender.js';
import type { World } from '../../world.js';
import { openSignature } from './open-signature.js';
import type { SubscribeEntity, Subscription } from './subscription.js';

/** `object` of the payload. Source: business reference §9.1; suspension is flat and has none. */
const OBJECT_OF: Partial<Record<SubscribeEntity, number>> = {
  LEAD: 1,
  AD_GROUP: 2,
  AD: 3,
  CREATIVE_FATIGUE: 8,
  TCM_VIDEOS: 9,
  REPORT_DATA_CHANGE: 11,
  API_SERVICE_STATUS: 14,
};

/** What an event is about; a subscription may be narrower than its advertiser. */
export interface AdsEventScope {
  readonly advertiserId?: string;
  readonly adgroupId?: string;
  readonly adId?: string;
}

/**
 * Sends an event of the ads side to every subscription that wants it.
 * @returns how many did
 */
export function emitAdsEvent(
  world: World,
  entity: SubscribeEntity,
  scope: AdsEventScope,
  entry: object,
  options: DeliveryOptions = {},
): number {
  const wanting = world.business.tables.subscriptions
    .all()
    .filter((subscription) => subscription.entity === entity && wants(world, subscription, scope));
  for (const subscription of wanting) send(world, subscription, entry, options);
  return wanting.length;
}

/** A subscription is silent once its token has been revoked. */
function wants(world: World, { detail }: Subscription, scope: AdsEventScope): boolean {
  const grant = world.business.tables.advertiserGrants.get(String(detail['access_token']));
  if (!grant) return false;
  if (scope.advertiserId === undefined) return true;
  const ids = detail['advertiser_ids'];
  const isMeant =
    detail['advertiser_id'] === scope.advertiserId ||
    (Array.isArray(ids) && ids.includes(scope.advertiserId)) ||
    (detail['advertiser_id'] === undefined && !Array.isArray(ids));
  return (
    isMeant &&
    grant.advertiserIds.includes(scope.advertiserId) &&
    (detail['adgroup_id'] === undefined || detail['adgroup_id'] === scope.adgroupId) &&
    (detail['ad_id'] === undefined || detail['ad_id'] === scope.adId)
  );
}

function send(world: World, subscription: Subscription, entry: object, options: DeliveryOptions): void {
  const object = OBJECT_OF[subscription.entity];
  const body = exactJson(
    object === undefined
      ? { ...entry, subscription_id: subscription.id }
      : {
          request_id: logId(world.clock.now()),
          object,
          time: world.clock.seconds(),
          entry: [{ log_id: logId(world.clock.now()), ...entry }],
        },
  );
  const escapes = world.settings.business.openSignature === 'escaped';
  world.webhooks.emit(
    {
      clientKey: BUSINESS_APP.appId,
      secret: BUSINESS_APP.secret,
      event: subscription.entity,
      createTime: world.clock.seconds(),
      userOpenId: null,
      content: '',
      url: subscription.callbackUrl,
      form: {
        body,
        header: 'X-Open-Signature',
        sign: (secret) => openSignature(secret, body, escapes),
      },
    },
    options,
  );
}

import { authorizationOf } from '../spark/authorization.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { invalidParam, missing, noPermission } from '../wire/business-error.js';
import type { Params } from '../wire/params.js';
import { traitsOf } from './current-traits.js';
import type { Identity } from './identity.js';

/** Checks whether an identity allows what a creative does with it. @throws BusinessError 40001, 40002 */
export function checkIdentityUse(call: AdvertiserCall, identity: Identity, creative: Params): void {
  if (identity.type === 'CUSTOMIZED_USER') return;
  const traits = traitsOf(call.world, identity);
  if (traits.isGpppa) throw invalidParam('identity_id: This account cannot be used for Spark Ads.');
  const itemId = creative.text('tiktok_item_id');
  if (identity.type === 'AUTH_CODE') return requireAuthorized(call, itemId);
  if (itemId !== undefined && !traits.canPullVideo)
    throw noPermission('tiktok_item_id: The identity may not use existing posts.');
  if (itemId === undefined && !traits.canPushVideo)
    throw noPermission('identity_id: The identity may not publish videos.');
  if (identity.type === 'BC_AUTH_TT' && traits.adsOnlyMode && creative.text('dark_post_status') === 'OFF')
    throw invalidParam('dark_post_status: Cannot be OFF for an identity in ads-only mode.');
}

/** A code stands for one post, and only as long as it is valid. */
function requireAuthorized({ state, advertiser, now }: AdvertiserCall, itemId: string | undefined): void {
  if (itemId === undefined) throw missing('tiktok_item_id');
  if (authorizationOf(state, advertiser.id, itemId, now)?.status !== 'AUTHORIZED')
    throw noPermission(`tiktok_item_id: Post ${itemId} is not authorized.`);
}

import { randomBytes } from 'node:crypto';
import { bareNumber } from '../../exact-json.js';
import { BUSINESS_APP } from '../../apps.js';
import { BusinessError } from '../wire/business-error.js';
import type { AppCall } from '../wire/business-call.js';
import { appEndpoint, grantedEndpoint } from '../wire/endpoint.js';
import type { AdvertiserGrant } from './advertiser-grant.js';
import { requireApp } from './app-credentials.js';

const SCOPES = ['1', '2', '3', '4', '5', '6', '8', '9', '10', '11', '12'];
const BIG_SCOPE = '7533163835474346001';

/** Trades an auth_code for a token that does not expire. Source: business reference §1.1. */
export const accessToken = appEndpoint({
  method: 'POST',
  path: '/oauth2/access_token/',
  handle(call) {
    requireApp(call.params);
    const grant = takeCode(call, call.params.requireText('auth_code'));
    const withIds = call.params.flag('return_advertiser_ids') ?? true;
    return {
      access_token: grant.token,
      ...(withIds ? { advertiser_ids: grant.advertiserIds } : {}),
      scope: grant.scopes.map((scope) => bareNumber(scope)),
    };
  },
});

function takeCode(call: AppCall, code: string): AdvertiserGrant {
  const advertiserIds = call.state.codes.takeAdvertisers(code, call.now);
  if (!advertiserIds) throw new BusinessError(40_110, 'Auth_code is invalid, used or expired.');
  return call.tables.advertiserGrants.add({
    token: randomBytes(20).toString('hex'),
    advertiserIds,
    scopes: call.settings.bigScopeIds ? [...SCOPES, BIG_SCOPE] : SCOPES,
    createdAt: call.now,
  });
}

export const grantedAdvertisers = grantedEndpoint({
  method: 'GET',
  path: '/oauth2/advertiser/get/',
  handle(call) {
    requireApp(call.params);
    return {
      list: call.grant.advertiserIds.map((id) => ({
        advertiser_id: id,
        advertiser_name: call.tables.advertisers.get(id)?.name ?? '',
      })),
    };
  },
});

/** Afterwards the token is 40105; subscriptions made with it stop silently. */
export const revokeToken = appEndpoint({
  method: 'POST',
  path: '/oauth2/revoke_token/',
  handle(call) {
    requireApp(call.params);
    const token = call.params.requireText('access_token');
    const grant = call.tables.advertiserGrants.get(token);
    if (!grant) throw new BusinessError(40_105, 'Access token is incorrect or has been revoked.');
    call.tables.advertiserGrants.delete(token);
    return { app_id: BUSINESS_APP.appId, advertiser_ids: grant.advertiserIds };
  },
});

/** The user of the token. */
export const userInfo = grantedEndpoint({
  method: 'GET',
  path: '/user/info/',
  handle: (call) => ({
    core_user_id: '6900000000000000001',
    display_name: 'Sandbox Owner',
    email: 's***r@example.com',
    avatar_url: `${call.origin}/media/owner/Sandbox.svg`,
    create_time: 1_609_459_200,
  }),
});

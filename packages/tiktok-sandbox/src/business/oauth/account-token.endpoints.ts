import { BUSINESS_APP } from '../../apps.js';
import { secretText } from '../../ids.js';
import type { AppCall } from '../wire/business-call.js';
import { badApp, BusinessError } from '../wire/business-error.js';
import { appEndpoint } from '../wire/endpoint.js';
import type { Params } from '../wire/params.js';
import type { AccountGrant } from './account-grant.store.js';
import { requireApp } from './app-credentials.js';

/** Trades the code of a TikTok account's consent for a token pair. Source: business reference §1.2. */
export const accountToken = appEndpoint({
  method: 'POST',
  path: '/tt_user/oauth2/token/',
  handle(call) {
    const { params } = call;
    requireApp(params, 'client_id', 'client_secret');
    requireGrantType(params, 'authorization_code');
    const code = params.requireText('auth_code');
    const redirectUri = params.requireText('redirect_uri');
    const consent = call.state.codes.takeAccount(
      code,
      call.now,
      (candidate) => candidate.redirectUri === redirectUri,
    );
    if (!consent) throw new BusinessError(40_110, 'Auth_code is invalid, used or expired.');
    const grant = call.state.accountGrants.add({
      username: consent.username,
      scopes: consent.scopes,
      accessTokens: [newAccessToken(call)],
      refreshToken: newRefreshToken(),
      refreshExpiresAt: call.now + call.settings.accountRefreshSeconds * 1000,
    });
    return tokenData(call, grant);
  },
});

export const refreshAccountToken = appEndpoint({
  method: 'POST',
  path: '/tt_user/oauth2/refresh_token/',
  handle(call) {
    const { params, state, settings } = call;
    requireApp(params, 'client_id', 'client_secret');
    requireGrantType(params, 'refresh_token');
    const token = params.requireText('refresh_token');
    const grant = state.accountGrants.byRefreshToken(token);
    if (!grant) throw new BusinessError(40_107, 'Refresh token is invalid.');
    if (grant.refreshExpiresAt <= call.now) throw new BusinessError(40_103, 'Refresh token has expired.');
    const next = settings.rotateRefreshTokens ? newRefreshToken() : grant.refreshToken;
    state.accountGrants.renew(grant, newAccessToken(call), next);
    return tokenData(call, grant);
  },
});

export const revokeAccountToken = appEndpoint({
  method: 'POST',
  path: '/tt_user/oauth2/revoke/',
  handle(call) {
    requireApp(call.params, 'client_id', 'client_secret');
    const token = call.params.requireText('access_token');
    call.state.accountGrants.remove(liveGrant(call, token).username);
    return {};
  },
});

export const accountTokenInfo = appEndpoint({
  method: 'POST',
  path: '/tt_user/token_info/get/',
  handle(call) {
    if (call.params.requireText('app_id') !== BUSINESS_APP.appId) throw badApp();
    const token = call.params.requireText('access_token');
    const grant = liveGrant(call, token);
    return {
      app_id: BUSINESS_APP.appId,
      scope: grant.scopes.join(','),
      creator_id: call.world.accounts.get(grant.username)?.businessId ?? '',
    };
  },
});

/** @throws BusinessError 40002 without one, 40108 for another one */
function requireGrantType(params: Params, wanted: string): void {
  if (params.requireText('grant_type') !== wanted)
    throw new BusinessError(40_108, `grant_type: Must be ${wanted}.`);
}

function liveGrant(call: AppCall, token: string): AccountGrant {
  const known = call.state.accountGrants.byAccessToken(token);
  if (!known || known.expiresAt <= call.now)
    throw new BusinessError(40_105, 'Access token is incorrect or has been revoked.');
  return known.grant;
}

function newAccessToken(call: AppCall): { token: string; expiresAt: number } {
  return {
    token: `act.${secretText(48)}!6411.b1`,
    expiresAt: call.now + call.settings.accountAccessSeconds * 1000,
  };
}

function newRefreshToken(): string {
  return `rft.${secretText(48)}!6412.b1`;
}

function tokenData(call: AppCall, grant: AccountGrant): object {
  const newest = grant.accessTokens.at(-1);
  return {
    access_token: newest?.token ?? '',
    token_type: 'Bearer',
    scope: grant.scopes.join(','),
    expires_in: Math.round(((newest?.expiresAt ?? call.now) - call.now) / 1000),
    refresh_token: grant.refreshToken,
    refresh_token_expires_in: Math.floor((grant.refreshExpiresAt - call.now) / 1000),
    open_id: call.world.accounts.get(grant.username)?.businessId ?? '',
  };
}

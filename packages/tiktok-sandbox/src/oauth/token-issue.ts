import { secretText } from '../ids.js';
import type { World } from '../world.js';
import type { Consent } from './code.store.js';
import type { Grant } from './grant.store.js';
import { TOKEN_PROFILES } from './token-profile.js';

/** The flat success body of the token endpoint; lifetimes are seconds that remain. */
export interface TokenAnswer {
  access_token: string;
  expires_in: number;
  open_id: string;
  refresh_expires_in: number;
  refresh_token: string;
  scope: string;
  token_type: 'Bearer';
}

export function grantConsent(world: World, consent: Consent): TokenAnswer {
  // One timestamp for all: a millisecond later, the remaining lifetime would be a second shorter.
  const now = world.clock.now();
  const profile = TOKEN_PROFILES[world.settings.tokenProfile];
  const grant: Grant = {
    clientKey: consent.clientKey,
    username: consent.username,
    scopes: consent.scopes,
    accessTokens: [newAccessToken(world, now)],
    refreshToken: newRefreshToken(),
    refreshExpiresAt: now + profile.refreshSeconds * 1000,
  };
  world.grants.add(grant);
  return describe(world, grant, now);
}

/** Renews a grant. The refresh token's expiry does not move, unless `refreshExpiry` says so. */
export function refreshGrant(world: World, grant: Grant, rotatesAnyway = false): TokenAnswer {
  const { settings } = world;
  const now = world.clock.now();
  const { rotates, refreshSeconds } = TOKEN_PROFILES[settings.tokenProfile];
  const renewal = {
    access: newAccessToken(world, now),
    refreshToken: rotates || rotatesAnyway ? newRefreshToken() : grant.refreshToken,
    refreshExpiresAt:
      settings.refreshExpiry === 'sliding' ? now + refreshSeconds * 1000 : grant.refreshExpiresAt,
    graceMs: settings.rotationGraceSeconds * 1000,
  };
  world.grants.renew(grant, renewal, now);
  return describe(world, grant, now);
}

function newAccessToken(world: World, now: number): { token: string; expiresAt: number } {
  const { accessSeconds } = TOKEN_PROFILES[world.settings.tokenProfile];
  return { token: `act.${secretText(48)}!6410.u1`, expiresAt: now + accessSeconds * 1000 };
}

function newRefreshToken(): string {
  return `rft.${secretText(48)}!6411.u1`;
}

function describe(world: World, grant: Grant, now: number): TokenAnswer {
  const newest = grant.accessTokens.at(-1) ?? { token: '', expiresAt: now };
  return {
    access_token: newest.token,
    expires_in: Math.round((newest.expiresAt - now) / 1000),
    open_id: world.accounts.get(grant.username)?.openId ?? '',
    refresh_expires_in: Math.floor((grant.refreshExpiresAt - now) / 1000),
    refresh_token: grant.refreshToken,
    // TikTok does not keep the order of the request.
    scope: grant.scopes.toReversed().join(','),
    token_type: 'Bearer',
  };
}

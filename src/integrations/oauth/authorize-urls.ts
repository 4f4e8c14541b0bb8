import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { AccountOAuthApi, AdvertiserOAuthApi, OAuthApi } from '../../tiktok/index.js';
import type { CredentialFamily } from '../integration/credential.entity.js';
import { loginScopes } from '../integration/scopes.js';
import { OAuthStateStore, type AuthorizationRequest } from './oauth-state.store.js';

/** Paths of the redirect URIs to register with TikTok. The Business API requires the slash at the end. */
export const CALLBACK_PATHS: Record<CredentialFamily, string> = {
  login: '/connect/oauth/tiktok/callback',
  account: '/connect/oauth/tiktok/account/callback/',
  advertiser: '/connect/oauth/tiktok/advertiser/callback/',
};

/** Builds the addresses of TikTok's consent pages. */
@Injectable()
export class AuthorizeUrls {
  constructor(
    private readonly config: AppConfig,
    private readonly states: OAuthStateStore,
    private readonly login: OAuthApi,
    private readonly account: AccountOAuthApi,
    private readonly advertiser: AdvertiserOAuthApi,
  ) {}

  redirectUri(family: CredentialFamily): string {
    return this.config.http.publicUrl + CALLBACK_PATHS[family];
  }

  /** Stores the request as an OAuth state, inside the organisation. @returns TikTok's consent page for it */
  async create(request: AuthorizationRequest): Promise<string> {
    const { family } = request;
    const redirectUri = this.redirectUri(family);
    const scopes = loginScopes(request.scopes);
    const state = await this.states.create(request);
    if (family === 'advertiser') return this.advertiser.authorizeUrl({ redirectUri, state });
    if (family === 'account')
      return this.account.authorizeUrl({ scopes: this.config.tiktok.accountScopes, redirectUri, state });
    return this.login.authorizeUrl({ scopes, redirectUri, state });
  }
}

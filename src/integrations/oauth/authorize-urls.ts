import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { AccountOAuthApi, AdvertiserOAuthApi, OAuthApi } from '../../tiktok/index.js';
import type { CredentialFamily } from '../integration/credential.entity.js';
import type { OAuthState } from './oauth-state.entity.js';
import { OAuthStates } from './oauth-state.store.js';
import { loginScopes } from '../integration/scopes.js';

/** A consent to ask for. */
export type Consent = Pick<
  OAuthState,
  'userId' | 'returnUrl' | 'scopes' | 'family' | 'integrationId' | 'allowDifferent'
>;

/** Paths of the redirect URIs to register with TikTok. The Business API wants a slash at the end. */
export const CALLBACK_PATHS: Record<CredentialFamily, string> = {
  login: '/connect/oauth/tiktok/callback',
  account: '/connect/oauth/tiktok/account/callback/',
  advertiser: '/connect/oauth/tiktok/advertiser/callback/',
};

/** Where to send a browser for each kind of consent. */
@Injectable()
export class ConsentLinks {
  constructor(
    private readonly config: AppConfig,
    private readonly states: OAuthStates,
    private readonly login: OAuthApi,
    private readonly account: AccountOAuthApi,
    private readonly advertiser: AdvertiserOAuthApi,
  ) {}

  redirectUri(family: CredentialFamily): string {
    return this.config.http.publicUrl + CALLBACK_PATHS[family];
  }

  /** Remembers the consent, inside the organisation that asks, and answers TikTok's page for it. */
  async create(consent: Consent): Promise<string> {
    const { family } = consent;
    const redirectUri = this.redirectUri(family);
    const scopes = loginScopes(consent.scopes);
    const state = await this.states.create(consent);
    if (family === 'advertiser') return this.advertiser.authorizeUrl({ redirectUri, state });
    if (family === 'account')
      return this.account.authorizeUrl({ scopes: this.config.tiktok.accountScopes, redirectUri, state });
    return this.login.authorizeUrl({ scopes, redirectUri, state });
  }
}

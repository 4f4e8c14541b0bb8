import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { oauthData } from './open-api-envelope.js';
import { TikTokUnavailableError } from '../http/tiktok-errors.js';
import { isLifetime } from '../http/token-lifetime.js';
import { TikTokTransport } from '../http/transport.js';

/** The token endpoint's response. Lifetimes are in seconds. */
interface TokenResponse {
  access_token: string;
  expires_in: number;
  open_id: string;
  refresh_expires_in: number;
  refresh_token: string;
  scope: string;
}

/** A new token pair. Lifetimes count from the response. */
export interface TokenPair {
  openId: string;
  accessToken: string;
  refreshToken: string;
  accessLifetimeSeconds: number;
  refreshLifetimeSeconds: number;
  scopes: string[];
}

/** OAuth for TikTok for Developers. Only TikTok gets the secret from this class. */
@Injectable()
export class OAuthApi {
  constructor(
    private readonly config: AppConfig,
    private readonly transport: TikTokTransport,
  ) {}

  get clientKey(): string {
    return this.config.tiktok.login.id;
  }

  /** Returns the URL of TikTok's consent page. https://developers.tiktok.com/doc/login-kit-web */
  authorizeUrl(parameters: { scopes: readonly string[]; redirectUri: string; state: string }): string {
    const url = new URL('/v2/auth/authorize/', this.config.tiktok.authBaseUrl);
    url.search = new URLSearchParams({
      client_key: this.clientKey,
      response_type: 'code',
      scope: parameters.scopes.join(','),
      redirect_uri: parameters.redirectUri,
      state: parameters.state,
    }).toString();
    return url.href;
  }

  /** @param code URL-decoded exactly once. https://developers.tiktok.com/doc/oauth-user-access-token-management */
  exchangeCode(code: string, redirectUri: string): Promise<TokenPair> {
    return this.token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
  }

  /** Ends the old refresh token: save the response before anything else. */
  refresh(refreshToken: string): Promise<TokenPair> {
    return this.token({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  /** Removes the app from the user's connected apps. */
  async revoke(accessToken: string): Promise<void> {
    await this.post('/v2/oauth/revoke/', { token: accessToken });
  }

  private async token(form: Record<string, string>): Promise<TokenPair> {
    const path = '/v2/oauth/token/';
    const response = await this.post<Partial<TokenResponse>>(path, form);
    if (!isComplete(response))
      throw new TikTokUnavailableError({ family: 'oauth', path, httpStatus: 200 }, 'an incomplete token');
    return {
      openId: response.open_id,
      accessToken: response.access_token,
      refreshToken: response.refresh_token,
      accessLifetimeSeconds: response.expires_in,
      refreshLifetimeSeconds: response.refresh_expires_in,
      scopes: response.scope.split(',').filter(Boolean),
    };
  }

  private post<Data>(path: string, form: Record<string, string>): Promise<Data> {
    const { apiBaseUrl, login } = this.config.tiktok;
    return this.transport.call<Data>(
      {
        method: 'POST',
        url: apiBaseUrl + path,
        kind: 'mutation',
        options: { form: { client_key: login.id, client_secret: login.secret, ...form } },
      },
      oauthData,
    );
  }
}

function isComplete(response: Partial<TokenResponse>): response is TokenResponse {
  const texts = [response.access_token, response.refresh_token, response.open_id, response.scope];
  const seconds = [response.expires_in, response.refresh_expires_in];
  return texts.every((value) => typeof value === 'string' && value !== '') && seconds.every(isLifetime);
}

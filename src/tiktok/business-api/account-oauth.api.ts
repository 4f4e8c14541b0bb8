import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { TikTokUnavailableError } from '../http/tiktok-errors.js';
import { isLifetime } from '../http/token-lifetime.js';
import type { TokenPair } from '../open-api/oauth.api.js';
import { BusinessAppClient } from './business-app-client.js';

/** Lifetimes in seconds. `open_id` is the `business_id` of all other calls. */
interface TokenResponse {
  access_token: string;
  expires_in: number;
  open_id: string;
  refresh_token: string;
  refresh_token_expires_in: number;
  /** Comma separated. */
  scope: string;
}

export interface AccountTokenInfo {
  app_id: string;
  /** Comma separated. */
  scope: string;
  /** Equals `open_id`. */
  creator_id: string;
}

/** OAuth for TikTok accounts at the Business API. https://business-api.tiktok.com/portal/docs?id=1738083939371009 */
@Injectable()
export class AccountOAuthApi {
  constructor(
    private readonly config: AppConfig,
    private readonly client: BusinessAppClient,
  ) {}

  get appId(): string {
    return this.client.app.id;
  }

  /** Returns the URL of TikTok's consent page. One scope that the app lacks makes TikTok refuse them all. */
  authorizeUrl(parameters: { scopes: readonly string[]; redirectUri: string; state: string }): string {
    const url = new URL('/v2/auth/authorize/', this.config.tiktok.authBaseUrl);
    url.search = new URLSearchParams({
      client_key: this.appId,
      response_type: 'code',
      scope: parameters.scopes.join(','),
      redirect_uri: parameters.redirectUri,
      state: parameters.state,
      // Without it, TikTok has redirected accounts that had consented before without a code.
      disable_auto_auth: '1',
    }).toString();
    return url.href;
  }

  /**
   * @param code URL-decoded exactly once
   * @throws TikTokApiError 40110 if the code is wrong, used or expired
   */
  exchangeCode(code: string, redirectUri: string): Promise<TokenPair> {
    return this.token('/tt_user/oauth2/token/', {
      grant_type: 'authorization_code',
      auth_code: code,
      redirect_uri: redirectUri,
    });
  }

  /**
   * May change the refresh token: save the response before anything else.
   * @throws TikTokApiError 40103 (expired) or 40107 (wrong); an admin has to connect again
   */
  refresh(refreshToken: string): Promise<TokenPair> {
    return this.token('/tt_user/oauth2/refresh_token/', {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
  }

  /** @throws TikTokTokenRejectedError if the token no longer worked */
  async revoke(accessToken: string): Promise<void> {
    await this.client.post('/tt_user/oauth2/revoke/', { ...this.appKeys, access_token: accessToken });
  }

  /** Returns the token's account and current scopes. */
  tokenInfo(accessToken: string): Promise<AccountTokenInfo> {
    const body = { app_id: this.appId, access_token: accessToken };
    return this.client.post('/tt_user/token_info/get/', body, 'read');
  }

  /**
   * Returns the account's user name for a token that is not stored yet; undefined if that scope was not granted.
   * https://business-api.tiktok.com/portal/docs?id=1762228399168514
   */
  async username({ accessToken, openId, scopes }: TokenPair): Promise<string | undefined> {
    if (!scopes.includes('user.info.username')) return undefined;
    const query = { business_id: openId, fields: JSON.stringify(['username']) };
    const path = '/business/get/';
    return (await this.client.getOfAccount<{ username?: string }>(path, query, accessToken)).username;
  }

  private async token(path: string, grant: Record<string, string>): Promise<TokenPair> {
    const response = await this.client.post<Partial<TokenResponse>>(path, { ...this.appKeys, ...grant });
    if (!isComplete(response))
      throw new TikTokUnavailableError({ family: 'business', path, httpStatus: 200 }, 'an incomplete token');
    return {
      openId: response.open_id,
      accessToken: response.access_token,
      refreshToken: response.refresh_token,
      accessLifetimeSeconds: response.expires_in,
      refreshLifetimeSeconds: response.refresh_token_expires_in,
      scopes: response.scope.split(',').filter(Boolean),
    };
  }

  private get appKeys(): { client_id: string; client_secret: string } {
    const { id, secret } = this.client.app;
    return { client_id: id, client_secret: secret };
  }
}

function isComplete(response: Partial<TokenResponse>): response is TokenResponse {
  const texts = [response.access_token, response.refresh_token, response.open_id];
  const seconds = [response.expires_in, response.refresh_token_expires_in];
  return (
    texts.every((value) => typeof value === 'string' && value !== '') &&
    typeof response.scope === 'string' &&
    seconds.every(isLifetime)
  );
}
